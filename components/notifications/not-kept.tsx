import { FileClock } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { HISTORY_TITLE } from "./page-words.ts";

/** The message that a link names is not here, or not here any more. */
export function NotKept() {
  return (
    <>
      <PageHeader title={HISTORY_TITLE} />
      <Card flush>
        <EmptyState
          icon={<FileClock />}
          title="This message is not kept"
          action={<ButtonLink href="/monitoring/notifications">See what was received</ButtonLink>}
        >
          It has not arrived yet, or it was cleaned away: the console settings say how long messages are kept.
        </EmptyState>
      </Card>
    </>
  );
}
