import "server-only";
import type { Tx } from "@/db/client";
import { systemActor } from "@/lib/auth/actor";
import type { ListedSubscription } from "@/lib/aws/ports";
import { VISIBILITY_GRACE_MS } from "@/lib/subscriptions/constants";
import type { Topic } from "@/lib/topics/queries";
import { type Feed, findFeed } from "../queries.ts";
import { changeState, type FeedChange, noFailure, updateFeed } from "./store.ts";

/**
 * Compares the feed with the lines of the console's own in a complete listing of the topic, begun at `startedAt`. A
 * feed that was on and is not confirmed there any more is lost, as soon as the listing cannot merely lag behind; one
 * that is found again is on.
 */
export function applyFeedListing(
  tx: Tx,
  topic: Topic,
  listed: readonly ListedSubscription[],
  startedAt: Date,
) {
  const before = findFeed(topic.id);
  if (!before) return;
  const line = listed.find(({ endpoint }) => endpoint === before.endpoint);
  const change = judge(before, line, startedAt);
  if (!change) return;
  const actor = systemActor("sync");
  if (change.state) changeState(tx, { topic, before, change, actor, action: "feed.state-changed" });
  else updateFeed(tx, topic.id, change);
}

function judge(feed: Feed, listed: ListedSubscription | undefined, startedAt: Date): FeedChange | null {
  const arn = listed?.state.kind === "confirmed" ? listed.state.arn : null;
  switch (feed.state) {
    case "draining":
      return null;
    case "starting":
      // the queue may be half made although SNS knows it: only the steps themselves can tell
      if (feed.transport === "sqs") return null;
      return arn ? { state: "on", subscriptionArn: arn, ...noFailure } : null;
    case "lost":
      return arn && !feed.failedAt ? { state: "on", subscriptionArn: arn } : null;
    case "on":
      if (arn) return arn === feed.subscriptionArn ? null : { subscriptionArn: arn };
      return isSettling(feed, startedAt) ? null : { state: "lost" };
    default:
      return feed.state satisfies never;
  }
}

/** Listings lag behind what AWS answered us. */
function isSettling({ stateSince }: Feed, startedAt: Date): boolean {
  return startedAt.getTime() - stateSince.getTime() < VISIBILITY_GRACE_MS;
}
