import { FileQuestion } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export default function ConsoleNotFound() {
  return (
    <>
      <PageHeader title="Page not found" />
      <Card flush>
        <EmptyState
          icon={<FileQuestion />}
          title="There is nothing at this address"
          action={<ButtonLink href="/">Go to the dashboard</ButtonLink>}
        >
          What it showed is gone, or is not offered in this set-up.
        </EmptyState>
      </Card>
    </>
  );
}
