import "server-only";
import { parseInput } from "@/lib/actions/parse-input";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { selectionToPolicy } from "@/lib/catalog";
import { formatFilterPolicy } from "@/lib/filter-policy";
import { getTopic } from "@/lib/topics/queries";
import { type CreateSubscriptionInput, createSubscriptionSchema } from "../schema.ts";
import type { SubscriptionRow } from "./store.ts";
import { type Intent, subscribeEndpoint } from "./subscribe.ts";

/**
 * Subscribes an endpoint with the filter of a selection.
 * @throws AppError "invalid" with the fields at fault, "conflict" when the endpoint is subscribed already, or what
 * AWS refused.
 */
export async function createSubscription(
  { actor, input: raw }: { actor: Actor; input: CreateSubscriptionInput },
  aws = liveAws(),
): Promise<SubscriptionRow> {
  const topic = getTopic(raw.topicId);
  const input = parseInput(createSubscriptionSchema(topic), raw);
  const wanted: Intent = {
    protocol: input.protocol,
    endpoint: input.endpoint,
    filterPolicy: formatFilterPolicy(selectionToPolicy(topic.products, input)),
    filterPolicyScope: "MessageAttributes",
    rawDelivery: input.rawDelivery,
    deadLetterQueueArn: input.deadLetterQueueArn || null,
    subscriptionRoleArn: input.protocol === "firehose" ? input.subscriptionRoleArn : null,
  };
  return subscribeEndpoint({ topic, actor, wanted, action: "subscription.create" }, aws);
}
