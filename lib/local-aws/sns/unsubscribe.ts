import { sendUnsubscribed } from "../fan-out/confirmations.ts";
import { DELETED_LIFE_MS } from "../lifetimes.ts";
import { changeNow, type LocalAws } from "../local-aws.ts";
import type { Subscription } from "../store/subscriptions.ts";
import { invalidParameter, notAuthorized } from "../wire/errors.ts";
import { type Call, requireSubscriptionArn } from "./call.ts";

/**
 * Ends a subscription; one that is gone already is no error. Signed, it is the owner's doing and the row disappears;
 * unsigned, it is the recipient's. https://docs.aws.amazon.com/sns/latest/api/API_Unsubscribe.html
 */
export function unsubscribe(aws: LocalAws, call: Call): null {
  const arn = requireSubscriptionArn(aws, call);
  const subscription = aws.store.subscriptions.find(arn);
  if (!subscription || subscription.state === "deleted") return null;
  if (subscription.state === "pending")
    throw invalidParameter(
      "SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation",
    );
  if (call.region !== null) aws.store.subscriptions.remove(arn, changeNow(aws));
  else endByRecipient(aws, subscription);
  return null;
}

/** Leaves a `Deleted` row behind and tells the endpoint, with a link that takes it back. */
function endByRecipient(aws: LocalAws, subscription: Subscription): void {
  if (subscription.authenticated || subscription.protocol === "sqs")
    throw notAuthorized("anonymous", "Unsubscribe", subscription.arn);
  const deleted: Subscription = {
    ...subscription,
    state: "deleted",
    expiresAt: aws.clock.now() + DELETED_LIFE_MS,
  };
  aws.store.subscriptions.save(deleted, changeNow(aws));
  aws.store.tokens.removeOf(subscription.arn);
  sendUnsubscribed(aws, deleted);
}
