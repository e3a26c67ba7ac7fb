import type { ProductId } from "@/lib/catalog";
import { type Coverage, coverage, type Place, type Receiver } from "@/lib/coverage";
import type { Recipient, Roster } from "./read-roster.ts";

/** How many answers about a roster are kept: the whole topic, and the places last asked about. */
const KEPT_ANSWERS = 16;

const kept = new WeakMap<readonly Recipient[], Map<string, Coverage>>();

/** Who of a roster is told of what, anywhere or at one place; worked out once for as long as the roster stands. */
export function coverageOf(
  { recipients }: Pick<Roster, "recipients">,
  products: readonly ProductId[],
  place?: Place,
): Coverage {
  const answers = kept.get(recipients) ?? new Map<string, Coverage>();
  kept.set(recipients, answers);
  const question = JSON.stringify([products, place?.key, place?.value]);
  const known = answers.get(question);
  if (known) return known;
  const answer = coverage(recipients.flatMap(receiverOf), products, place);
  answers.set(question, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT_ANSWERS) break;
    answers.delete(oldest);
  }
  return answer;
}

/** A paused one receives nothing; what a filter admits that cannot be read nobody can tell. */
function receiverOf({ id, protocol, endpoint, status, pausedAt, filter }: Recipient): Receiver[] {
  if (filter.kind !== "read") return [];
  return [{ id, protocol, endpoint, policy: filter.policy, status: pausedAt ? "paused" : status }];
}
