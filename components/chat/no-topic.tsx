import { RadioTower } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ChatHeader } from "./chat-header.tsx";

/** No topic is managed yet. */
export function NoTopic() {
  return (
    <>
      <ChatHeader />
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
          Chats are told what a topic carries. Choose the topic that the product publishes to.
        </EmptyState>
      </Card>
    </>
  );
}
