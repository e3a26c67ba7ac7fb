import { RequestId } from "@/components/ui/error-state";
import { StaleBanner } from "@/components/ui/stale-banner";
import type { TopicSummary } from "@/lib/dashboard/loaders";

/** The topics that could not be compared with AWS lately: all that is said of them may be out of date. */
export function SyncFailures({ topics }: { topics: readonly TopicSummary[] }) {
  return topics.map(({ id, name, sync }) =>
    sync.failure ? (
      <StaleBanner
        key={id}
        asOf={sync.asOf ?? undefined}
        reason={
          <>
            <b className="font-semibold">{name}</b> could not be compared with AWS. {sync.failure.message}
            {sync.failure.requestId ? <RequestId id={sync.failure.requestId} /> : null}
          </>
        }
      />
    ) : null,
  );
}
