import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import { getTopic, type Topic } from "@/lib/topics/queries";
import type { ImportSubscriptionsInput } from "../bulk-schema.ts";
import type { Status } from "../constants.ts";
import type { Exported } from "../export/exported.ts";
import { checkImport } from "../import/check.ts";
import { isFutile } from "../import/planned-row.ts";
import { eachInTurn, type Outcome } from "./each-in-turn.ts";
import type { SubscriptionRow } from "./store.ts";
import { subscribeEndpoint } from "./subscribe.ts";

/** What an imported subscription became. */
export type Imported = Extract<Status, "pending" | "confirmed">;

/**
 * Subscribes what a document describes, whatever made it: unlike the wizard's, its filter need not be a selection.
 * Everything is checked anew.
 * @param evenIfNever somebody knows that no notification can match it.
 * @throws AppError "invalid" saying everything at fault, "conflict" when the endpoint is subscribed already, or what
 * AWS refused.
 */
export async function importSubscription(
  {
    actor,
    topic,
    imported,
    evenIfNever,
  }: { actor: Actor; topic: Topic; imported: Exported; evenIfNever: boolean },
  aws = liveAws(),
): Promise<SubscriptionRow> {
  const check = checkImport(imported, topic);
  if (check.problems.length > 0) throw new AppError("invalid", check.problems.join(" "));
  if (isFutile(check) && !evenIfNever)
    throw new AppError("invalid", `${check.sentence} Tick it again to import it all the same.`);
  const wanted = {
    protocol: imported.protocol,
    endpoint: imported.endpoint,
    filterPolicy: check.filterPolicy,
    filterPolicyScope:
      check.filterPolicy === null ? ("MessageAttributes" as const) : imported.filterPolicyScope,
    rawDelivery: imported.rawDelivery,
    deadLetterQueueArn: imported.deadLetterQueueArn,
    subscriptionRoleArn: imported.protocol === "firehose" ? imported.subscriptionRoleArn : null,
  };
  return subscribeEndpoint({ topic, actor, wanted, action: "subscription.import" }, aws);
}

/** Imports many, one after the other. One that fails holds up no other. */
export function importSubscriptions(
  { actor, input }: { actor: Actor; input: ImportSubscriptionsInput },
  aws: AwsPorts = liveAws(),
): Promise<Outcome<Imported>[]> {
  const topic = getTopic(input.topicId);
  const rows = new Map(input.rows.map((row) => [row.key, row]));
  return eachInTurn([...rows.keys()], async (key) => {
    const row = rows.get(key);
    if (!row) throw new AppError("invalid", "The row is not in the request.");
    const { status } = await importSubscription({ actor, topic, ...row }, aws);
    return status === "confirmed" ? "confirmed" : "pending";
  });
}
