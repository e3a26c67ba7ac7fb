import type { ProductId } from "../catalog/index.ts";
import { isSamePolicy, type Receiver } from "./audience.ts";
import { canReceive } from "./coverage.ts";
import { byUrgency, type Happening, happeningsOf } from "./happening.ts";
import { outlooks } from "./outlook.ts";
import { isStronger, type Reach } from "./reach.ts";

/** What one receiver would be told of no longer, newly, or in fewer cases. */
export type ReceiverShift = {
  /** As it would be, or as it was if it would be gone. */
  readonly receiver: Receiver;
  readonly noLonger: readonly Happening[];
  readonly newly: readonly Happening[];
  readonly lessCertain: readonly Happening[];
};

/** The receivers that are added, removed or changed such that they would be told of something else. */
export function receiverShifts(
  before: readonly Receiver[],
  after: readonly Receiver[],
  products: readonly ProductId[],
): readonly ReceiverShift[] {
  const then = new Map(after.map((receiver) => [receiver.id, receiver]));
  const known = new Set(before.map(({ id }) => id));
  return [
    ...before.map((old) => ({ receiver: then.get(old.id) ?? old, old, now: then.get(old.id) })),
    ...after.filter(({ id }) => !known.has(id)).map((now) => ({ receiver: now, old: undefined, now })),
  ]
    .filter(({ old, now }) => !isSame(old, now))
    .map(({ receiver, old, now }) => ({ receiver, ...shiftOf(old, now, products) }))
    .filter(({ noLonger, newly, lessCertain }) => noLonger.length + newly.length + lessCertain.length > 0);
}

/** Pending or confirmed makes no difference here: a pending receiver is told once it is confirmed. */
function isSame(old: Receiver | undefined, now: Receiver | undefined): boolean {
  if (old === undefined || now === undefined) return false;
  return isSamePolicy(old.policy, now.policy) && canReceive(old) === canReceive(now);
}

function shiftOf(old: Receiver | undefined, now: Receiver | undefined, products: readonly ProductId[]) {
  const outlook = (receiver: Receiver | undefined): ((happening: Happening) => Reach) => {
    if (receiver === undefined || !canReceive(receiver)) return () => "never";
    const looked = outlooks(products)(receiver.policy);
    return (happening) => looked.reachOf(happening);
  };
  const was = outlook(old);
  const becomes = outlook(now);
  const pick = (isWanted: (was: Reach, becomes: Reach) => boolean) =>
    happeningsOf(products)
      .filter((happening) => isWanted(was(happening), becomes(happening)))
      .sort(byUrgency);
  return {
    noLonger: pick((then, next) => then !== "never" && next === "never"),
    newly: pick((then, next) => then === "never" && next !== "never"),
    lessCertain: pick((then, next) => next !== "never" && isStronger(then, next)),
  };
}
