import { RadioTower } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** No topic is managed yet, so there is nobody to ask about. */
export function NoTopic() {
  return (
    <>
      <PageHeader title="Who gets this?" />
      <Card>
        <EmptyState
          icon={<RadioTower />}
          title="No topic is managed yet"
          action={
            <ButtonLink href="/setup/topics" variant="primary">
              Choose the topics to manage
            </ButtonLink>
          }
        >
          Choose the topic that the product publishes to. Then see here who gets which message, and why.
        </EmptyState>
      </Card>
    </>
  );
}
