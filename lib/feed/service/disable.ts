import "server-only";
import { eq } from "drizzle-orm";
import { getDb, type Tx } from "@/db/client";
import { feeds } from "@/db/schema/feeds";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import { getTopic, type Topic } from "@/lib/topics/queries";
import { type Feed, findFeed } from "../queries.ts";
import { audited, changeState } from "./store.ts";

type Request = { actor: Actor; topicId: string; deleteQueues?: boolean };

/**
 * Turns a topic's feed off: nothing more is sent to it. What waits in its queue is still received; then the queue
 * stays, empty, unless `deleteQueues` says that it goes. Asking again while it drains only changes that.
 * @throws AppError what AWS refused; the feed is then as it was.
 */
export async function disableFeed(
  { actor, topicId, deleteQueues = false }: Request,
  aws = liveAws(),
): Promise<void> {
  const topic = getTopic(topicId);
  const feed = findFeed(topicId);
  if (!feed) return;
  const awsRequestId = feed.state === "draining" ? undefined : await unsubscribe(topic, feed, aws);
  getDb().transaction((tx) => {
    const before = findFeed(topicId);
    if (!before) return;
    if (before.queueUrl) {
      const change = { state: "draining" as const, subscriptionArn: null, deleteQueues };
      changeState(tx, { topic, before, change, actor, action: "feed.disable", awsRequestId });
    } else removeFeed(tx, { topic, before, actor, action: "feed.disable", awsRequestId });
  });
}

/** Takes the row away: the feed is off. */
export function removeFeed(
  tx: Tx,
  { topic, before, ...audit }: Omit<Parameters<typeof changeState>[1], "change">,
) {
  tx.delete(feeds).where(eq(feeds.topicId, before.topicId)).run();
  recordAudit(tx, { ...audit, subject: topic, before: audited(before), after: null });
}

async function unsubscribe(topic: Topic, feed: Feed, { sns }: AwsPorts): Promise<string | undefined> {
  const arn = feed.subscriptionArn ?? (await findSubscription(topic, feed, { sns }));
  if (!arn) return undefined;
  try {
    return (await sns.unsubscribe(arn)).requestId;
  } catch (error) {
    // nobody can end a pending one; unanswered, it expires by itself
    if (error instanceof AppError && error.message.includes("pending confirmation")) return error.requestId;
    throw error;
  }
}

/** AWS may have subscribed the feed without our hearing of it. */
async function findSubscription(topic: Topic, feed: Feed, { sns }: Pick<AwsPorts, "sns">) {
  for await (const page of sns.listSubscriptions(topic.arn)) {
    const found = page.find(({ endpoint }) => endpoint === feed.endpoint);
    if (found) return found.state.kind === "confirmed" ? found.state.arn : null;
  }
  return null;
}
