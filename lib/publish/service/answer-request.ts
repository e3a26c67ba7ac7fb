import "server-only";
import { checkJson } from "@/lib/actions/check-json";
import { type Problem, problemOf } from "@/lib/actions/problem";
import { liveAws } from "@/lib/aws/live";
import { AppError } from "@/lib/errors";
import { batchSchema } from "../schema.ts";
import { malformed } from "./publish.ts";
import { type Outcome, publishFor } from "./publish-for.ts";

type PublishRequest = { tokenId: string; json: unknown /** Of the header. */; idempotencyKey: string | null };

const NO_STORE = { "cache-control": "no-store" };

/** One outcome of a batch: the same status and answer as if it had been sent alone. */
export type BatchEntry =
  | { status: 202; messageId: string }
  | { status: number; problem: Problem; retryAfterSeconds?: number };

/**
 * Publishes what a program sent: one notification (202, or its problem), or `{notifications}` (200 with an outcome for
 * each, in order).
 * @throws AppError for a request that is wrong as a whole, or a single notification that could not be published.
 */
export async function answerRequest(
  { tokenId, json, idempotencyKey }: PublishRequest,
  aws = liveAws(),
): Promise<Response> {
  if (isObject(json) && "notifications" in json) {
    if (idempotencyKey !== null)
      throw refusal(
        "/notifications",
        "The header Idempotency-Key is for one notification. In a batch give each its own idempotencyKey.",
      );
    const checked = checkJson(batchSchema, json);
    if (!checked.ok) throw malformed(checked.issues);
    const outcomes = await publishFor(tokenId, checked.value.notifications, aws);
    return Response.json({ outcomes: outcomes.map(entryOf) }, { headers: NO_STORE });
  }
  const [outcome] = await publishFor(tokenId, [withKey(json, idempotencyKey)], aws);
  if (!outcome) throw new Error("A notification has no outcome.");
  if (!outcome.ok) throw outcome.error;
  const { messageId, replayed } = outcome;
  const headers = { ...NO_STORE, ...(replayed && { "idempotency-replayed": "true" }) };
  return Response.json({ messageId }, { status: 202, headers });
}

function entryOf(outcome: Outcome, index: number): BatchEntry {
  if (outcome.ok) return { status: 202, messageId: outcome.messageId };
  const problem = problemOf(outcome.error, `/notifications/${index}`);
  const { retryAfterSeconds } = outcome.error;
  return { status: problem.status, problem, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
}

/** The key may stand in the header or in the notification; two that differ are a mistake. */
function withKey(json: unknown, key: string | null): unknown {
  if (key === null || !isObject(json)) return json;
  const { idempotencyKey } = json;
  if (idempotencyKey !== undefined && idempotencyKey !== key)
    throw refusal(
      "/idempotencyKey",
      "This differs from the header Idempotency-Key. Give one of the two, or the same value.",
    );
  return { ...json, idempotencyKey: key };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refusal(pointer: string, message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { [pointer]: [message] } });
}
