import "server-only";
import { getDb } from "@/db/client";
import { systemActor } from "@/lib/auth/actor";
import type { AwsPorts } from "@/lib/aws/ports";
import { parseObject } from "@/lib/notifications/parse-delivery";
import type { Topic } from "@/lib/topics/queries";
import { findFeed } from "../queries.ts";
import { changeState, type FeedChange, noFailure } from "./store.ts";

/**
 * Answers what SNS sends a feed about its subscription. A confirmation is given by the token through the API, so that
 * only a signed call can end the subscription; the URL in the message is never visited. Where somebody ended it, the
 * feed is lost. SNS signs the same for every endpoint of the topic, whose owner may hand it on: what is about another
 * subscription changes nothing.
 * @throws AppError what AWS refused.
 */
export async function answerConfirmation(topic: Topic, text: string, { sns }: Pick<AwsPorts, "sns">) {
  const message = parseObject(text) ?? {};
  const feed = findFeed(topic.id);
  if (message.TopicArn !== topic.arn || !feed || feed.state === "draining") return;
  if (message.Type === "UnsubscribeConfirmation") {
    const isOurs = feed.subscriptionArn !== null && String(message.Message).includes(feed.subscriptionArn);
    if (feed.state === "on" && isOurs) enter(topic, { state: "lost" });
    return;
  }
  if (message.Type !== "SubscriptionConfirmation" || typeof message.Token !== "string") return;
  const { value, requestId } = await sns.confirmProtected(topic.arn, message.Token);
  const known = findFeed(topic.id)?.subscriptionArn ?? null;
  if (value.arn && known !== null && value.arn !== known) return;
  enter(topic, { state: "on", subscriptionArn: value.arn || known, ...noFailure }, requestId);
}

/** Writes the state unless the feed has it, or was turned off meanwhile. */
function enter(topic: Topic, change: FeedChange, awsRequestId?: string) {
  getDb().transaction((tx) => {
    const before = findFeed(topic.id);
    if (!before || before.state === "draining" || before.state === change.state) return;
    const actor = systemActor("feed");
    changeState(tx, { topic, before, change, actor, action: "feed.state-changed", awsRequestId });
  });
}
