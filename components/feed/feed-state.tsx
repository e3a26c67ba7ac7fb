import { RequestId } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { feedWords } from "@/lib/feed/feed-words";
import type { FeedView } from "@/lib/feed/loaders";

/** A feed's state, since when, and what AWS said where it does not work. */
export function FeedState({ feed }: { feed: FeedView }) {
  const { label, tone, explanation } = feedWords(feed);
  const { details } = feed;
  return (
    <div className="grid gap-0.5 py-1">
      <Status tone={tone} detail={details ? <RelativeTime at={details.since} /> : undefined}>
        {label}
      </Status>
      {explanation ? <p className="max-w-prose text-sm text-pretty text-muted">{explanation}</p> : null}
      {details?.failure ? (
        <>
          <p className="max-w-prose text-sm text-pretty wrap-anywhere">{details.failure.message}</p>
          {details.failure.requestId ? <RequestId id={details.failure.requestId} /> : null}
        </>
      ) : null}
    </div>
  );
}
