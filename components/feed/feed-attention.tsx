import { ButtonLink } from "@/components/ui/button-link";
import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { feedWords } from "@/lib/feed/feed-words";
import type { FeedView } from "@/lib/feed/loaders";
import { FEEDS_HREF } from "./feed-href.ts";

/** The feeds through which not everything arrives: history and forwarding have gaps, or will have. */
export function FeedAttention({ feeds }: { feeds: readonly FeedView[] }) {
  return feeds.map((feed) => {
    const { label, tone, explanation } = feedWords(feed);
    const { failure, deadLetters = 0 } = feed.details ?? { failure: null };
    return (
      <Notice
        key={feed.topic.id}
        tone={deadLetters > 0 ? "negative" : tone}
        title={deadLetters > 0 ? DEAD_LETTERS : `Feed of ${feed.topic.name}: ${label}`}
        action={
          <ButtonLink size="sm" href={FEEDS_HREF}>
            Show feeds
          </ButtonLink>
        }
      >
        {deadLetters > 0 ? `${feed.topic.name}: ${deadLetters} in the dead-letter queue.` : explanation}{" "}
        {failure?.message}
        {failure?.requestId ? <RequestId id={failure.requestId} /> : null}
      </Notice>
    );
  });
}

const DEAD_LETTERS = "Notifications were received and could not be stored";
