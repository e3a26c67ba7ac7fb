import type { ProductId } from "../catalog/index.ts";
import { type Audience, audiencesOf, type Receiver } from "./audience.ts";
import { changeSentences } from "./change-sentences.ts";
import { type CoverageRow, canReceive } from "./coverage.ts";
import { byUrgency, type Happening, happeningsOf } from "./happening.ts";
import { type PlaceLoss, placeLosses } from "./place-losses.ts";
import { type ReceiverShift, receiverShifts } from "./receiver-shift.ts";

/** What a row was covered by and would be. */
export type CoverageShift = Happening & {
  readonly before: CoverageRow["covered"];
  readonly after: CoverageRow["covered"];
};

/** Every list has the worst to miss first. */
export type CoverageChange = {
  /** Nobody confirmed would be told any more. */
  readonly lost: readonly CoverageShift[];
  /** Nobody confirmed is told today; somebody would be, or would once confirmed. */
  readonly gained: readonly CoverageShift[];
  /** Still covered, but less certainly. */
  readonly weakened: readonly CoverageShift[];
  /** What is lost for single buckets or accounts, beyond what is lost altogether. */
  readonly places: readonly PlaceLoss[];
  /** The receivers that would be told of something else than now. */
  readonly receivers: readonly ReceiverShift[];
  /** All of it for a confirmation dialog; empty when nothing changes. */
  readonly sentences: readonly string[];
};

/**
 * What becoming `after` would mean for who is told of what: for an edit, a new subscription, a delete, or many of
 * them. Both lists hold all receivers of the topic; the same id is the same receiver.
 */
export function change(
  before: readonly Receiver[],
  after: readonly Receiver[],
  products: readonly ProductId[],
): CoverageChange {
  const shifts = shiftsBetween(before, after, products);
  const lost = shifts.filter((shift) => isTold(shift.before) && !isTold(shift.after));
  const outcome = {
    lost,
    gained: shifts.filter((shift) => !isTold(shift.before) && rank(shift.after) > rank(shift.before)),
    weakened: shifts.filter((shift) => isTold(shift.after) && rank(shift.after) < rank(shift.before)),
    places: placeLosses(before, after, products, lost),
    receivers: receiverShifts(before, after, products),
  };
  return { ...outcome, sentences: changeSentences(outcome) };
}

type Covered = CoverageRow["covered"];

const COVERED: readonly Covered[] = ["nobody", "pending", "perhaps", "places", "always"];

function rank(covered: Covered): number {
  return COVERED.indexOf(covered);
}

function isTold(covered: Covered): boolean {
  return covered !== "nobody" && covered !== "pending";
}

/** Only what reaches a receiver that changes can be covered otherwise than now. */
function shiftsBetween(
  before: readonly Receiver[],
  after: readonly Receiver[],
  products: readonly ProductId[],
): readonly CoverageShift[] {
  const { gone, come, unchanged } = difference(before, after);
  const was = audiencesOf(gone.filter(canReceive), products);
  const becomes = audiencesOf(come.filter(canReceive), products);
  const others = audiencesOf(unchanged.filter(canReceive), products);
  return happeningsOf(products)
    .flatMap((happening) => {
      const left = coverOf(was, happening);
      const next = coverOf(becomes, happening);
      if (left === next) return [];
      const rest = coverOf(others, happening);
      return [{ ...happening, before: better(rest, left), after: better(rest, next) }];
    })
    .filter((shift) => shift.before !== shift.after)
    .sort(byUrgency);
}

function difference(before: readonly Receiver[], after: readonly Receiver[]) {
  const then = new Map(after.map((receiver) => [receiver.id, receiver]));
  const isSame = (a: Receiver, b: Receiver | undefined) => a.policy === b?.policy && a.status === b.status;
  const unchanged = before.filter((receiver) => isSame(receiver, then.get(receiver.id)));
  const ids = new Set(unchanged.map(({ id }) => id));
  const isChanged = ({ id }: Receiver) => !ids.has(id);
  return { gone: before.filter(isChanged), come: after.filter(isChanged), unchanged };
}

function better(a: Covered, b: Covered): Covered {
  return rank(a) > rank(b) ? a : b;
}

/** What a row of these receivers alone would be covered by. */
function coverOf(audiences: readonly Audience[], happening: Happening): Covered {
  let best: Covered = "nobody";
  for (const { receivers, outlook } of audiences) {
    const reach = outlook.reachOf(happening);
    if (reach === "never") continue;
    best = better(best, receivers.some(({ status }) => status !== "pending") ? reach : "pending");
    if (best === "always") return best;
  }
  return best;
}
