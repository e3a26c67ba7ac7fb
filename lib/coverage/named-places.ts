import type { Receiver } from "./audience.ts";
import { leavesOf } from "./conjunctions.ts";
import type { Place } from "./place.ts";

const KEYS: Readonly<Record<string, Place["key"]>> = {
  bucket: "bucket",
  bucketName: "bucket",
  container: "bucket",
  accountId: "accountId",
};

/** The buckets and accounts that the receivers' policies name as exact values, or exclude as such; each once. */
export function namedPlaces(receivers: readonly Receiver[]): readonly Place[] {
  const places = new Map<string, Place>();
  for (const { policy } of receivers) {
    for (const { leaf, path } of policy === null ? [] : leavesOf(policy)) {
      const key = Object.hasOwn(KEYS, path) ? KEYS[path] : undefined;
      if (key === undefined) continue;
      for (const condition of leaf.conditions) {
        const values =
          condition.kind === "exact"
            ? [condition.value]
            : condition.kind === "anything-but" && condition.exclusion.by === "value"
              ? condition.exclusion.values
              : [];
        for (const value of values)
          if (typeof value === "string") places.set(`${key} ${value}`, { key, value });
      }
    }
  }
  return [...places.values()];
}
