import path from "node:path";
import { connectDb, openDb } from "../../db/client.ts";
import { formatFilterPolicy } from "../../lib/filter-policy/index.ts";
import { addRows, addTopic, rowOf } from "../../lib/recipients/testing.ts";
import { entryOf, estateOf, type Random, randomNumbers } from "./estate.ts";

export const TOPIC = "topic";
/** A subscription whose policy names 150 buckets. */
export const WIDE_ONE = 4_000;
const EVERY_WIDE = 10;

export function endpointOf(index: number): string {
  return `person-${index}@example.com`;
}

const migrations = path.resolve(import.meta.dirname, "../../db/migrations");

/** Opens the database in which an estate is or shall be stored. */
export function openStored(file: string): void {
  connectDb(openDb(file, migrations));
}

/**
 * Stores so many subscriptions, one in ten with a policy that uses all 150 combinations.
 * @returns how many different policies they have.
 */
export function writeEstate(file: string, size: number): number {
  openStored(file);
  addTopic(TOPIC);
  const random = randomNumbers(7);
  const entries = estateOf(size, random).map((entry, id) =>
    id % EVERY_WIDE === 0 ? wide(id, random) : entry,
  );
  const policies = entries.map(({ policy }) => policy && formatFilterPolicy(policy));
  addRows(policies.map((policy, index) => rowOf(TOPIC, endpointOf(index), policy && JSON.parse(policy))));
  return new Set(policies).size;
}

function wide(id: number, random: Random) {
  const buckets = new Set<string>();
  while (buckets.size < 150) buckets.add(`customer-data-${Math.floor(random() * 6000)}`);
  return entryOf(id, { types: ["scanResult"], results: ["Infected"], buckets: [...buckets] });
}
