import "server-only";
import { z } from "zod";
import { readEnv } from "@/lib/env";

const answerSchema = z.object({ offsetMs: z.number() });
const WITHIN_MS = 1_000;

/**
 * The time by which reports fall due: the machine's, and with the embedded AWS that one's, which tests run forward. An
 * embedded AWS that does not answer leaves the machine's.
 */
export async function reportClock(): Promise<() => Date> {
  const offsetMs = await localOffset(readEnv().LOCAL_AWS_URL);
  return () => new Date(Date.now() + offsetMs);
}

async function localOffset(url: string | undefined): Promise<number> {
  if (url === undefined) return 0;
  try {
    const answer = await fetch(`${url}/_local/clock`, {
      cache: "no-store",
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    return answerSchema.parse(await answer.json()).offsetMs;
  } catch {
    return 0;
  }
}
