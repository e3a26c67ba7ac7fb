import "server-only";
import { checkJson } from "@/lib/actions/check-json";
import { liveAws } from "@/lib/aws/live";
import type { Publication } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { notificationSchema } from "../schema.ts";
import { claim, type Key, settle } from "./once.ts";
import { malformed, prepare } from "./publish.ts";

/** What became of one notification of a program. `replayed`: it was published before, under the same key. */
export type Outcome = { ok: true; messageId: string; replayed: boolean } | { ok: false; error: AppError };

type Prepared = { publication: Publication; key: Key | undefined };

/**
 * Publishes what a program sent under its token; each notification has an outcome of its own, in the order given. A
 * notification with an idempotency key is published once for as long as the key is kept, unless the process dies
 * between SNS's answer and its note of it: then asking again publishes it again.
 */
export async function publishFor(
  tokenId: string,
  notifications: readonly unknown[],
  aws = liveAws(),
): Promise<Outcome[]> {
  const outcomes = notifications.map((raw) => caught(() => prepareFor(tokenId, raw)));
  const ready = outcomes.filter((outcome) => "publication" in outcome);
  const answers = await aws.sns.publish(ready.map(({ publication }) => publication));
  const answered = new Map<object, Outcome>(
    ready.map((prepared, index) => {
      const answer = answers[index];
      if (!answer) throw new Error("The port answered fewer outcomes than it was asked for.");
      if (prepared.key) note(prepared.key, answer.ok ? answer.messageId : null);
      return [prepared, answer.ok ? { ok: true, messageId: answer.messageId, replayed: false } : answer];
    }),
  );
  return outcomes.map((outcome) => ("publication" in outcome ? answered.get(outcome) : outcome) ?? lost());
}

function prepareFor(tokenId: string, raw: unknown): Prepared | Outcome {
  const checked = checkJson(notificationSchema, raw);
  if (!checked.ok) throw malformed(checked.issues);
  const { idempotencyKey, ...asked } = checked.value;
  if (idempotencyKey === undefined) return { publication: prepare(asked), key: undefined };
  const key = { tokenId, key: idempotencyKey };
  const claimed = claim(key, asked);
  if (claimed.kind === "published") return { ok: true, messageId: claimed.messageId, replayed: true };
  try {
    return { publication: prepare(asked), key };
  } catch (error) {
    settle(key, null);
    throw error;
  }
}

function caught<T>(work: () => T): T | Outcome {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error };
    throw error;
  }
}

/** SNS has answered, so the caller is told whatever becomes of the note; without it the key is free in a while. */
function note(key: Key, messageId: string | null) {
  try {
    settle(key, messageId);
  } catch (error) {
    logger().error({ err: error, messageId }, "an idempotency key could not be noted");
  }
}

function lost(): never {
  throw new Error("A notification has no outcome.");
}
