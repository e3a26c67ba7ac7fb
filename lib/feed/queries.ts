import "server-only";
import { eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { feeds } from "@/db/schema/feeds";

export type Feed = typeof feeds.$inferSelect;

/** The topic's feed; undefined while it is off. */
export function findFeed(topicId: string): Feed | undefined {
  return getDb().select().from(feeds).where(eq(feeds.topicId, topicId)).get();
}

/** Whether what the topic carries arrives here, or is about to. */
export function isFed(topicId: string): boolean {
  const feed = findFeed(topicId);
  return feed !== undefined && feed.state !== "draining";
}

/** Every feed that is not off, in no order. */
export function listFeeds(): Feed[] {
  return getDb().select().from(feeds).all();
}
