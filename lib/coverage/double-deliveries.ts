import type { Audience, Receiver } from "./audience.ts";
import { byUrgency, type Happening } from "./happening.ts";
import { mailboxOf } from "./mailbox.ts";
import { policiesMeet } from "./policies-meet.ts";

/** A mailbox that several addresses or protocols lead to, and what it is told of more than once. */
export type DoubleDelivery = {
  readonly mailbox: string;
  /** The receivers that take part in an overlap. */
  readonly ids: readonly string[];
  /** `certain`: every message arrives at least twice. Otherwise some may. */
  readonly rows: readonly (Happening & { readonly certain: boolean })[];
};

type Member = { readonly audience: Audience; readonly receiver: Receiver };

/** Finds what reaches the same mailbox more than once, by any of its addresses, confirmed or pending. */
export function doubleDeliveries(
  audiences: readonly Audience[],
  happenings: readonly Happening[],
): readonly DoubleDelivery[] {
  const members = audiences.flatMap((audience) =>
    audience.receivers.map((receiver) => ({ audience, receiver })),
  );
  const byMailbox = Map.groupBy(members, ({ receiver }) => mailboxOf(receiver));
  return [...byMailbox].flatMap(([mailbox, sharing]) => {
    if (mailbox === undefined || sharing.length < 2) return [];
    const overlaps = happenings.flatMap((happening) => overlapOf(sharing, happening) ?? []);
    if (overlaps.length === 0) return [];
    const ids = new Set(overlaps.flatMap((overlap) => overlap.ids));
    const rows = overlaps.map(({ happening, certain }) => ({ ...happening, certain })).sort(byUrgency);
    return [{ mailbox, ids: sharing.map(({ receiver }) => receiver.id).filter((id) => ids.has(id)), rows }];
  });
}

type Overlap = { readonly happening: Happening; readonly ids: readonly string[]; readonly certain: boolean };

function overlapOf(sharing: readonly Member[], happening: Happening): Overlap | undefined {
  const reached = sharing.filter(({ audience }) => audience.outlook.reachOf(happening) !== "never");
  const overlapping = reached.filter((member) =>
    reached.some((other) => other !== member && meet(member.audience, other.audience, happening)),
  );
  if (overlapping.length === 0) return undefined;
  const always = overlapping.filter(({ audience }) => audience.outlook.reachOf(happening) === "always");
  return { happening, ids: overlapping.map(({ receiver }) => receiver.id), certain: always.length > 1 };
}

function meet(a: Audience, b: Audience, happening: Happening): boolean {
  if (a === b) return true;
  const kindA = a.outlook.kindOf(happening);
  const kindB = b.outlook.kindOf(happening);
  return (
    kindA !== undefined &&
    kindB !== undefined &&
    policiesMeet(a.outlook.survey, kindA, b.outlook.survey, kindB)
  );
}
