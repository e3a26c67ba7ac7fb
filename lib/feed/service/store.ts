import "server-only";
import { eq } from "drizzle-orm";
import { getDb, type Tx } from "@/db/client";
import { feeds } from "@/db/schema/feeds";
import type { AuditAction } from "@/lib/audit/constants";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import type { AppError } from "@/lib/errors";
import type { Topic } from "@/lib/topics/queries";
import type { Feed } from "../queries.ts";

export type FeedChange = Partial<Omit<Feed, "topicId">>;

/** What a feed carries once nothing is wrong with it. */
export const noFailure = { error: null, errorRequestId: null, failedAt: null } satisfies FeedChange;

/** Changes the row. @returns null when the feed was turned off meanwhile. */
export function updateFeed(tx: Tx, topicId: string, change: FeedChange): Feed | null {
  return tx.update(feeds).set(change).where(eq(feeds.topicId, topicId)).returning().get() ?? null;
}

/** Changes the row's state and writes who did it, or that a job noticed it. */
export function changeState(tx: Tx, { topic, before, change, ...audit }: StateChange): Feed | null {
  const after = updateFeed(tx, before.topicId, { stateSince: new Date(), ...change });
  if (!after) return null;
  recordAudit(tx, { ...audit, subject: topic, before: audited(before), after: audited(after) });
  return after;
}

type StateChange = {
  topic: Topic;
  before: Feed;
  change: FeedChange;
  actor: Actor;
  action: AuditAction;
  awsRequestId?: string | undefined;
};

/** Keeps why the feed does not work, for the page; since when is kept while it lasts. */
export function noteFailure(topicId: string, refusal: AppError) {
  getDb().transaction((tx) => {
    const before = tx.select().from(feeds).where(eq(feeds.topicId, topicId)).get();
    if (!before) return;
    updateFeed(tx, topicId, {
      error: refusal.message,
      errorRequestId: refusal.requestId ?? null,
      failedAt: before.failedAt ?? new Date(),
    });
  });
}

/** What the audit shows of a feed. */
export function audited({ transport, state, endpoint, subscriptionArn }: Feed) {
  return { transport, state, endpoint, subscriptionArn };
}
