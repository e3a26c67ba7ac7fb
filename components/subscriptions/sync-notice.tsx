import { RequestId } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { StaleBanner } from "@/components/ui/stale-banner";
import type { SyncView } from "@/lib/subscriptions/loaders";
import { TryAgain } from "./try-again.tsx";

/** Says that the list is not AWS's present state, since when, and what AWS answered. */
export function SyncNotice({ topicId, sync }: { topicId: string; sync: SyncView }) {
  const { asOf, failure } = sync;
  if (!failure) return null;
  return (
    <StaleBanner
      asOf={asOf ?? undefined}
      reason={
        <>
          {failure.message} Last tried <RelativeTime at={failure.at} />.
        </>
      }
      retry={
        <>
          {failure.requestId ? <RequestId id={failure.requestId} /> : null}
          <TryAgain topicId={topicId} />
        </>
      }
    />
  );
}
