import { Workflow } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** No topic is managed yet, so there is nothing to match. */
export function NoTopic() {
  return (
    <Card>
      <EmptyState
        icon={<Workflow />}
        title="No topic is managed yet"
        action={
          <ButtonLink href="/setup/topics" variant="primary">
            Choose the topics to manage
          </ButtonLink>
        }
      >
        Choose the topic that the product publishes to. Then make patterns here of what it carries.
      </EmptyState>
    </Card>
  );
}
