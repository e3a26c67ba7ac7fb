import type { ProductId } from "@/lib/catalog";
import { type Coverage, coverage, type Place, type Receiver } from "@/lib/coverage";
import type { Recipient, Roster } from "./read-roster.ts";

/** How many answers about a roster are kept: the whole topic, and the places last asked about. */
const KEPT_ANSWERS = 16;

const kept = new WeakMap<readonly Recipient[], Map<string, Coverage>>();

/** Who of a roster is told of what, anywhere or at one place; worked out once for as long as the roster stands. */
export function coverageOf(
  roster: Pick<Roster, "recipients">,
  products: readonly ProductId[],
  place?: Place,
): Coverage {
  const answers = kept.get(roster.recipients) ?? new Map<string, Coverage>();
  kept.set(roster.recipients, answers);
  const question = JSON.stringify([products, place?.key, place?.value]);
  const known = answers.get(question);
  if (known) return known;
  const answer = coverage(receiversIn(roster), products, place);
  answers.set(question, answer);
  for (const oldest of answers.keys()) {
    if (answers.size <= KEPT_ANSWERS) break;
    answers.delete(oldest);
  }
  return answer;
}

/**
 * A roster as coverage wants it. A paused one receives nothing; one whose filter cannot be read is left out: what it
 * admits nobody can tell.
 */
export function receiversIn({ recipients }: Pick<Roster, "recipients">): Receiver[] {
  return recipients.flatMap(({ id, protocol, endpoint, status, pausedAt, filter }) => {
    if (filter.kind !== "read" || (status !== "pending" && status !== "confirmed")) return [];
    return [{ id, protocol, endpoint, policy: filter.policy, status: pausedAt ? "paused" : status }];
  });
}
