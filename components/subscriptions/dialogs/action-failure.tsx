import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import type { ActionError } from "@/lib/actions/result";

/** Why an action was refused, in AWS's own words where it was AWS, with its request id. */
export function ActionFailure({ error }: { error: ActionError | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {error ? (
        <Notice tone="negative">
          <p>{error.message}</p>
          {error.requestId ? <RequestId id={error.requestId} /> : null}
        </Notice>
      ) : null}
    </div>
  );
}
