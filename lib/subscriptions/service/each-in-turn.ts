import "server-only";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";

export type Failure = { outcome: "failed"; message: string; requestId?: string };
/** What became of one of many, by its key. */
export type Outcome<Done extends string> = { key: string } & ({ outcome: Done } | Failure);

const GIVE_UP_AFTER = 3;

/**
 * Does something to each of many, one after the other, and answers for each what became of it. Never throws. Once AWS
 * has not been reached several times in a row, the rest is not tried: each attempt would wait in vain.
 */
export async function eachInTurn<Done extends string>(
  keys: readonly string[],
  work: (key: string) => Promise<Done>,
): Promise<Outcome<Done>[]> {
  const outcomes: Outcome<Done>[] = [];
  let unreached = 0;
  for (const key of keys) {
    if (unreached >= GIVE_UP_AFTER) {
      outcomes.push({
        key,
        outcome: "failed",
        message: "Not tried: AWS did not answer for those before it.",
      });
      continue;
    }
    try {
      outcomes.push({ key, outcome: await work(key) });
      unreached = 0;
    } catch (error) {
      unreached = error instanceof AppError && error.code === "unavailable" ? unreached + 1 : 0;
      outcomes.push({ key, ...failure(error) });
    }
  }
  return outcomes;
}

function failure(error: unknown): Failure {
  if (!(error instanceof AppError)) {
    logger().error({ err: error }, "one of many failed");
    return { outcome: "failed", message: "Something went wrong here. Try again." };
  }
  const fields = Object.values(error.fieldErrors).flat();
  const message = error.code === "invalid" && fields.length > 0 ? fields.join(" ") : error.message;
  return { outcome: "failed", message, ...(error.requestId && { requestId: error.requestId }) };
}
