import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { AppError } from "@/lib/errors";
import { getTopic } from "@/lib/topics/queries";
import { viewFilter } from "../derive.ts";
import { getSubscription } from "../queries.ts";
import { offeredRepair } from "../repair.ts";
import type { RepairSubscriptionInput } from "../schema.ts";
import { editSubscription } from "./edit.ts";
import type { SubscriptionRow } from "./store.ts";

/**
 * Applies the suggested repair of a filter, as an edit of the filter alone. `text` is the repaired policy as it was
 * shown: what is applied is what was agreed to.
 * @throws AppError("conflict") when the row changed since `version`, or the repair suggested now is another, or what
 * AWS refused.
 */
export async function repairSubscription(
  { actor, input: { id, version, text } }: { actor: Actor; input: RepairSubscriptionInput },
  aws = liveAws(),
): Promise<SubscriptionRow> {
  const row = getSubscription(id);
  const view = viewFilter(row, getTopic(row.topicId).products);
  const policy = "policy" in view ? view.policy : null;
  const repair = offeredRepair(policy, getTopic(row.topicId).products);
  if (row.version !== version || repair?.text !== text)
    throw new AppError(
      "conflict",
      "This subscription changed since the repair was suggested. Close this and look at it again; nothing was changed.",
    );
  const { rawDelivery, deadLetterQueueArn } = row;
  return editSubscription(
    {
      actor,
      input: {
        id,
        version,
        filter: { kind: "policy", scope: repair.scope, text },
        rawDelivery,
        deadLetterQueueArn: deadLetterQueueArn ?? "",
      },
    },
    aws,
  );
}
