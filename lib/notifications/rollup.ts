import { SLOT_MS } from "./constants.ts";

export type Counted = {
  topicId: string;
  publishedAt: number;
  product: string | null;
  type: string | null;
  result: string | null;
  accountId: string | null;
  bucket: string | null;
  drill: boolean;
};

type Kind = readonly [product: string, type: string, result: string, accountId: string, bucket: string];

/** What a batch adds to the rollups: the key of a row, and by how much. Absent values are empty strings. */
export type Rollup = {
  /** `notification_days` */
  days: (readonly [key: readonly [topicId: string, day: string, ...Kind], count: number])[];
  /** `notification_totals` */
  totals: (readonly [key: readonly [topicId: string, ...Kind], count: number])[];
  /** `notification_slots`, drills left out */
  slots: (readonly [
    key: readonly [topicId: string, slot: number, type: string, result: string, accountId: string],
    count: number,
  ])[];
};

/** Counts a batch in memory first, since it has far fewer kinds than messages. */
export function rollUp(batch: readonly Counted[]): Rollup {
  const days = new Tally<Rollup["days"][number][0]>();
  const totals = new Tally<Rollup["totals"][number][0]>();
  const slots = new Tally<Rollup["slots"][number][0]>();
  for (const { topicId, publishedAt, product, type, result, accountId, bucket, drill } of batch) {
    const kind: Kind = [product ?? "", type ?? "", result ?? "", accountId ?? "", bucket ?? ""];
    const text = keyOf(topicId, kind);
    const day = utcDay(publishedAt);
    days.add(`${day} ${text}`, () => [topicId, day, ...kind]);
    totals.add(text, () => [topicId, ...kind]);
    if (drill) continue;
    const slot = slotOf(publishedAt);
    const [, ofType, ofResult, ofAccount] = kind;
    const slotText = keyOf(topicId, [ofType, ofResult, ofAccount]);
    slots.add(`${slot} ${slotText}`, () => [topicId, slot, ofType, ofResult, ofAccount]);
  }
  return { days: days.entries(), totals: totals.entries(), slots: slots.entries() };
}

/** Lengths tell the parts apart: a bucket's name is hostile text, in which any separator can stand. */
function keyOf(topicId: string, parts: readonly string[]): string {
  let lengths = `${topicId.length}`;
  let text = topicId;
  for (const part of parts) {
    lengths += ` ${part.length}`;
    text += part;
  }
  return `${lengths} ${text}`;
}

/** YYYY-MM-DD in UTC. */
export function utcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function slotOf(ms: number): number {
  return Math.floor(ms / SLOT_MS) * SLOT_MS;
}

class Tally<K> {
  private readonly byText = new Map<string, { key: K; count: number }>();

  add(text: string, makeKey: () => K) {
    const entry = this.byText.get(text);
    if (entry) entry.count += 1;
    else this.byText.set(text, { key: makeKey(), count: 1 });
  }

  entries(): (readonly [K, number])[] {
    return [...this.byText.values()].map(({ key, count }) => [key, count] as const);
  }
}
