import {
  type ProductId,
  resultsOf,
  type SelectionInput,
  selectionToPolicy,
  typesOf,
} from "../../lib/catalog/index.ts";
import { samplesFor, sampleWith } from "../../lib/catalog/samples/index.ts";
import type { FilterableMessage } from "../../lib/filter-policy/index.ts";
import type { FilterPolicyIndexEntry } from "../../lib/filter-policy/policy-index.ts";

const PRODUCT: readonly ProductId[] = ["antivirus"];
/** Policies without a bucket or account, of which no estate needs many. */
const BROAD_POLICIES = 40;

const results = resultsOf("scanResult").map(({ value }) => value);
const accountTypes = ["scanResult", "bucketsDiscovered", "bucketProtection", "bucketsPublicAccess"];

export type Random = () => number;

/** A repeatable stream of numbers in [0, 1) (mulberry32). */
export function randomNumbers(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A subscription whose policy says what the selection says. */
export function entryOf(id: number, selection: Partial<SelectionInput>): FilterPolicyIndexEntry {
  const policy = selectionToPolicy(PRODUCT, {
    types: [],
    results: [],
    buckets: [],
    accounts: [],
    ...selection,
  });
  return { id: `subscription-${id}`, policy };
}

/** So many subscriptions as administrators choose them in the wizard; buckets and accounts grow with them. */
export function estateOf(size: number, random: Random): FilterPolicyIndexEntry[] {
  const place = placesFor(size, random);
  return Array.from({ length: size }, (_, id) => {
    if (random() < BROAD_POLICIES / (BROAD_POLICIES + size))
      return entryOf(id, { types: someOf(typesOf(PRODUCT), random) });
    if (random() < 0.3)
      return entryOf(id, { types: someOf(accountTypes, random), accounts: several(place.account, random) });
    return entryOf(id, {
      types: ["scanResult"],
      results: random() < 0.3 ? [] : someOf(results, random),
      buckets: several(place.bucket, random),
    });
  });
}

/** Messages of the same buckets and accounts: nine of ten are scan results, most of them Clean. */
export function messagesFor(size: number, count: number, random: Random): FilterableMessage[] {
  const place = placesFor(size, random);
  const samples = samplesFor(PRODUCT);
  const isClean = (message: FilterableMessage) => message.attributes.scanResult?.value === "Clean";
  const clean = samples.filter(isClean);
  return Array.from({ length: count }, () => {
    const pool = random() < 0.8 ? clean : samples;
    const sample = pool[Math.floor(random() * pool.length)];
    if (sample === undefined) throw new Error("The catalog has no sample to send");
    return sampleWith(sample, { bucket: place.bucket(), accountId: place.account() });
  });
}

function placesFor(size: number, random: Random) {
  return {
    bucket: () => `customer-data-${Math.floor(random() * (20 + size / 2))}`,
    account: () => String(Math.floor(random() * (5 + size / 20))).padStart(12, "1"),
  };
}

function someOf<T>(items: readonly T[], random: Random): T[] {
  const chosen = items.filter(() => random() < 0.4);
  return chosen.length > 0 ? chosen : items.slice(0, 1);
}

function several(one: () => string, random: Random): string[] {
  return [...new Set(Array.from({ length: 1 + Math.floor(random() * 10) }, one))];
}
