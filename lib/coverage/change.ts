import type { ProductId } from "../catalog/index.ts";
import { audiencesOf, type Receiver } from "./audience.ts";
import { changeSentences } from "./change-sentences.ts";
import { type CoverageRow, canReceive, coverageRows } from "./coverage.ts";
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

const COVERED: readonly CoverageRow["covered"][] = ["nobody", "pending", "perhaps", "places", "always"];

function rank(covered: CoverageRow["covered"]): number {
  return COVERED.indexOf(covered);
}

function isTold(covered: CoverageRow["covered"]): boolean {
  return covered !== "nobody" && covered !== "pending";
}

function shiftsBetween(
  before: readonly Receiver[],
  after: readonly Receiver[],
  products: readonly ProductId[],
): readonly CoverageShift[] {
  const happenings = happeningsOf(products);
  const rows = (receivers: readonly Receiver[]) =>
    coverageRows(audiencesOf(receivers.filter(canReceive), products), happenings);
  const now = rows(before);
  const then = rows(after);
  return happenings
    .map((happening, index) => ({
      ...happening,
      before: now[index]?.covered ?? "nobody",
      after: then[index]?.covered ?? "nobody",
    }))
    .filter((shift) => shift.before !== shift.after)
    .sort(byUrgency);
}
