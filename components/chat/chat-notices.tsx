import { ButtonLink } from "@/components/ui/button-link";
import { Notice } from "@/components/ui/notice";
import type { ChatPage } from "@/lib/chat/loaders";

/** What stands in the way of everything on the page. */
export function ChatNotices({ page: { hasFeed, canChange } }: { page: ChatPage }) {
  return (
    <>
      {hasFeed ? null : (
        <Notice
          tone="warning"
          title="Nothing reaches these channels"
          action={
            <ButtonLink size="sm" href="/configuration/console-settings#feeds">
              Turn the feed on
            </ButtonLink>
          }
        >
          Chats get what the console receives, and this topic&apos;s feed is off.
        </Notice>
      )}
      {canChange ? null : <Notice tone="neutral">Your role may look at channels, not change them.</Notice>}
    </>
  );
}
