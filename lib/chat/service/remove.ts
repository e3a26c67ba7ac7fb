import "server-only";
import { eq } from "drizzle-orm";
import { getDb, type Tx } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { forwardCounts, forwards } from "@/db/schema/forwards";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { type Channel, getChannel, listChannels } from "../queries.ts";
import { audited } from "./store.ts";

/** Deletes a channel and gives up what waits for it; that stays in the history. @throws AppError "not_found". */
export function deleteChannel({ actor, id }: { actor: Actor; id: string }): {
  name: string;
  discarded: number;
} {
  return getDb().transaction((tx) => removeChannel(tx, actor, getChannel(id)));
}

/** Deletes the channels of a topic that is no longer managed, in the transaction that forgets it. */
export function removeChannelsOf(tx: Tx, actor: Actor, topicId: string) {
  for (const channel of listChannels(topicId)) removeChannel(tx, actor, channel);
}

function removeChannel(tx: Tx, actor: Actor, channel: Channel) {
  const { id, name } = channel;
  const { changes: discarded } = tx.delete(forwards).where(eq(forwards.target, id)).run();
  tx.delete(forwardCounts).where(eq(forwardCounts.target, id)).run();
  tx.delete(channels).where(eq(channels.id, id)).run();
  recordAudit(tx, {
    actor,
    action: "channel.delete",
    subject: channel,
    before: { ...audited(channel), discarded },
    after: null,
  });
  return { name, discarded };
}
