import { type FilterableMessage, type FilterPolicy, matchFilterPolicy } from "@/lib/filter-policy";
import { MESSAGE_STEPS, POLICY_STEPS, Steps } from "@/lib/filter-policy/steps";
import { SHOWN_EXAMPLES } from "./constants.ts";
import { type Peak, peakOf } from "./peak.ts";
import type { Traffic } from "./traffic.ts";

/** How many messages, and the ids of the newest few. */
export type Matched = { count: number; newest: number[] };

export type Backtest = {
  /** Without those of which it could not be told: their arrays leave too many combinations to try. */
  tried: number;
  matched: Matched;
  /** What the present policy admits and the proposed one does not; null without a present one. */
  lost: Matched | null;
  /** How dense the matched ones came at their busiest; null when none did. */
  peak: { perSecond: Peak; perMinute: Peak } | null;
};

const SECOND = 1_000;
const MINUTE = 60_000;

/**
 * What a policy would have let pass of what a topic carried; null lets everything pass. `present` is the policy it
 * would replace, undefined when there is none.
 */
export function backtest(
  traffic: Traffic,
  proposed: FilterPolicy | null,
  present?: FilterPolicy | null,
): Backtest {
  const { kinds, ids, times, kindOf } = traffic;
  const steps = new Steps(MESSAGE_STEPS);
  const admits = (policy: FilterPolicy | null) => kinds.map((kind) => admitted(policy, kind, steps));
  const now = admits(proposed);
  const before = present === undefined ? undefined : admits(present);
  const matched: Matched = { count: 0, newest: [] };
  const lost: Matched = { count: 0, newest: [] };
  const matchedTimes: number[] = [];
  let tried = 0;
  for (let index = ids.length - 1; index >= 0; index -= 1) {
    const kind = kindOf[index] ?? 0;
    if (now[kind] === "undecided" || before?.[kind] === "undecided") continue;
    tried += 1;
    if (now[kind]) {
      note(matched, ids[index]);
      matchedTimes.push(times[index] ?? 0);
    } else if (before?.[kind]) note(lost, ids[index]);
  }
  const [perSecond, perMinute] = [peakOf(matchedTimes, SECOND), peakOf(matchedTimes, MINUTE)];
  return {
    tried,
    matched,
    lost: before ? lost : null,
    peak: perSecond && perMinute && { perSecond, perMinute },
  };
}

function admitted(
  policy: FilterPolicy | null,
  message: FilterableMessage,
  all: Steps,
): boolean | "undecided" {
  const steps = new Steps(POLICY_STEPS, all);
  if (policy === null || matchFilterPolicy(policy, message, steps)) return true;
  return steps.areSpent ? "undecided" : false;
}

function note(matched: Matched, id: number | undefined) {
  matched.count += 1;
  if (id !== undefined && matched.newest.length < SHOWN_EXAMPLES) matched.newest.push(id);
}
