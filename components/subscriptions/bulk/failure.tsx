import { RequestId } from "@/components/ui/error-state";
import type { Failure as FailureOutcome } from "@/lib/subscriptions/service/each-in-turn";

/** Why one of many failed, in AWS's own words where it was AWS. */
export function Failure({ failure: { message, requestId } }: { failure: FailureOutcome }) {
  return (
    <div className="min-w-0 text-sm">
      <p className="wrap-anywhere">{message}</p>
      {requestId ? <RequestId id={requestId} /> : null}
    </div>
  );
}
