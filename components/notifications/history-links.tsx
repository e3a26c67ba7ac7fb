import { MessagesSquare, UserSearch } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";

/** What is near the history: sample messages, and who would get one. */
export function HistoryLinks({ topicId }: { topicId: string }) {
  const query = new URLSearchParams({ topic: topicId });
  return (
    <>
      <ButtonLink variant="ghost" href={`/monitoring/notifications/samples?${query}`}>
        <MessagesSquare aria-hidden />
        Samples
      </ButtonLink>
      <ButtonLink variant="ghost" href={`/monitoring/notifications/simulate?${query}`}>
        <UserSearch aria-hidden />
        Who gets this?
      </ButtonLink>
    </>
  );
}
