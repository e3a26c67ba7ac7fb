import "server-only";
import { eq, sql } from "drizzle-orm";
import { getDb } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { recordAudit } from "@/lib/audit/service";
import { systemActor } from "@/lib/auth/actor";
import { outageDelayMs } from "@/lib/forwards/backoff";
import { logger } from "@/lib/logger";
import { sentThisMinute } from "../pace.ts";
import { type Channel, findChannel } from "../queries.ts";
import type { Attempt } from "./send.ts";

/** Keeps how an attempt went: the last result, what is held until when, and that a channel was switched off by it. */
export function keepResult(id: string, { judgement, status, answer }: Attempt, startedAt: Date) {
  const channel = findChannel(id);
  // deleted while it was sending
  if (!channel) return;
  const minuteSent = sentThisMinute({ from: channel.minuteFrom, sent: channel.minuteSent }, startedAt);
  const result = {
    lastAt: startedAt,
    lastStatus: status,
    lastAnswer: answer,
    lastOk: judgement.kind === "sent",
    minuteFrom: minuteSent === 0 ? startedAt : channel.minuteFrom,
    minuteSent: minuteSent + 1,
  };
  const standing = standingAfter(channel, judgement, new Date());
  getDb()
    .update(channels)
    .set({ ...result, ...standing })
    .where(eq(channels.id, id))
    .run();
  if (judgement.kind === "broken") breakChannel(id, judgement.reason);
}

/** A message that is refused says nothing of the others. */
function standingAfter(channel: Channel, judgement: Attempt["judgement"], now: Date) {
  if (judgement.kind === "sent" || judgement.kind === "refused")
    return { failingSince: null, failures: 0, trouble: null, heldUntil: null };
  const failingSince = channel.failingSince ?? now;
  const delayMs = Math.max(MIN_HOLD_MS, outageDelayMs(now.getTime() - failingSince.getTime(), Math.random));
  const asked = judgement.kind === "later" ? judgement.until : null;
  return {
    failingSince,
    failures: channel.failures + 1,
    trouble: judgement.reason,
    heldUntil: asked ?? new Date(now.getTime() + delayMs),
  };
}

/** However little the chance says: a webhook in trouble is not asked many times a second. */
const MIN_HOLD_MS = 500;

/** Switches a channel off that will never take a message again; what waits for it stays. */
export function breakChannel(id: string, reason: string) {
  getDb().transaction((tx) => {
    const broken = tx
      .update(channels)
      .set({
        state: "broken",
        stateReason: reason,
        stateSince: new Date(),
        failingSince: null,
        failures: 0,
        trouble: null,
        heldUntil: null,
        version: sql`${channels.version} + 1`,
      })
      .where(sql`${channels.id} = ${id} and ${channels.state} = 'on'`)
      .returning()
      .get();
    if (!broken) return;
    recordAudit(tx, {
      actor: systemActor("chat"),
      action: "channel.broken",
      subject: { id, name: broken.name },
      before: { state: "on" },
      after: { state: "broken", reason },
    });
    logger().warn({ channel: id, platform: broken.platform, reason }, "a chat channel was switched off");
  });
}
