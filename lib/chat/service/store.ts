import "server-only";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { selectionToPolicy } from "@/lib/catalog";
import { AppError } from "@/lib/errors";
import { formatFilterPolicy } from "@/lib/filter-policy";
import type { Topic } from "@/lib/topics/queries";
import { type Channel, findNamesake } from "../queries.ts";

/** What the audit shows of a channel: nothing of its secrets but the host and the end of the address. */
export function audited(channel: Channel) {
  const { platform, name, layout, filterPolicy, state, stateReason, urlHost, urlLastFour } = channel;
  return { platform, name, layout, filterPolicy, state, stateReason, webhook: `${urlHost} …${urlLastFour}` };
}

type Selection = Channel["selection"];

/** The columns of a selection that was checked. */
export function selectionColumns({ products }: Topic, { types, results, buckets, accounts }: Selection) {
  const selection = { types, results, buckets, accounts };
  return { selection, filterPolicy: formatFilterPolicy(selectionToPolicy(products, selection)) };
}

/** @throws AppError "conflict" when another channel of the topic has the name. */
export function checkName(topicId: string, name: string, id: string | null) {
  if (!findNamesake(topicId, name, id)) return;
  const message = "Another channel of this topic has this name. Choose one that tells them apart.";
  throw new AppError("conflict", message, { fieldErrors: { name: [message] } });
}

/** Changes a channel, in a transaction. */
export function updateChannel(
  tx: Tx,
  before: Channel,
  change: Partial<typeof channels.$inferInsert>,
): Channel {
  const after = { ...change, version: before.version + 1, updatedAt: new Date() };
  return tx.update(channels).set(after).where(eq(channels.id, before.id)).returning().get() ?? before;
}

/** What a channel carries while nothing is wrong with it. */
export const noTrouble = {
  failingSince: null,
  failures: 0,
  trouble: null,
  heldUntil: null,
} satisfies Partial<Channel>;
