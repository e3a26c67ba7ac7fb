import { SLOT_MS } from "./constants.ts";
import type { Columns } from "./normalize.ts";

export type Counted = Pick<Columns, "product" | "type" | "result" | "accountId" | "bucket" | "drill"> & {
  topicId: string;
  publishedAt: number;
};

/** A row of `notification_days` to add to; absent values are empty strings. */
export type DayCount = readonly [
  key: readonly [
    topicId: string,
    day: string,
    product: string,
    type: string,
    result: string,
    accountId: string,
    bucket: string,
  ],
  count: number,
];

/** A row of `notification_slots` to add to. */
export type SlotCount = readonly [
  key: readonly [topicId: string, slot: number, type: string, result: string, accountId: string],
  count: number,
];

/** What a batch adds to the rollups, one entry per row of theirs: far fewer than messages. */
export function rollUp(batch: readonly Counted[]): { days: DayCount[]; slots: SlotCount[] } {
  const days = new Tally<DayCount[0]>();
  const slots = new Tally<SlotCount[0]>();
  for (const { topicId, publishedAt, product, type, result, accountId, bucket, drill } of batch) {
    const what = [type ?? "", result ?? "", accountId ?? ""] as const;
    days.add([topicId, utcDay(publishedAt), product ?? "", ...what, bucket ?? ""]);
    if (!drill) slots.add([topicId, slotOf(publishedAt), ...what]);
  }
  return { days: days.entries(), slots: slots.entries() };
}

/** YYYY-MM-DD in UTC. */
export function utcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function slotOf(ms: number): number {
  return Math.floor(ms / SLOT_MS) * SLOT_MS;
}

class Tally<K extends readonly (string | number)[]> {
  private readonly byText = new Map<string, { key: K; count: number }>();

  add(key: K) {
    // JSON, because a bucket's name is hostile text: no separator is safe
    const text = JSON.stringify(key);
    const entry = this.byText.get(text);
    if (entry) entry.count += 1;
    else this.byText.set(text, { key, count: 1 });
  }

  entries(): (readonly [K, number])[] {
    return [...this.byText.values()].map(({ key, count }) => [key, count] as const);
  }
}
