import { parseFilterPolicy } from "../../lib/filter-policy/index.ts";
import type { FilterPolicyIndexEntry } from "../../lib/filter-policy/policy-index.ts";
import { estateOf, type Random } from "./estate.ts";

const SHARE = 0.15;

/** An estate as `estateOf` makes it, 15 of 100 policies replaced by ones written by hand with every operator. */
export function estateWithOperators(size: number, random: Random): FilterPolicyIndexEntry[] {
  return estateOf(size, random).map((entry) =>
    random() < SHARE ? { ...entry, policy: handWritten(size, random) } : entry,
  );
}

function handWritten(size: number, random: Random) {
  const place = Math.floor(random() * (20 + size / 2));
  const narrowings = [
    { bucket: [{ prefix: `customer-data-${place}` }] },
    { bucket: [{ suffix: `-${place}` }], scanResult: ["Infected"] },
    {
      bucket: [{ "anything-but": [`customer-data-${place}`] }],
      accountId: [String(place).padStart(12, "1")],
    },
    { bucket: [{ wildcard: `customer-*-${place}` }] },
    { bucket: [{ "equals-ignore-case": `CUSTOMER-DATA-${place}` }] },
    { bucket: [`customer-data-${place}`], key: [{ exists: true }] },
    { bucket: [`customer-data-${place}`], fileSize: [{ numeric: [">", place] }] },
    { $or: [{ bucket: [`customer-data-${place}`] }, { key: [{ prefix: `customer-${place}/` }] }] },
  ];
  const narrowing = narrowings[Math.floor(random() * narrowings.length)];
  const parsed = parseFilterPolicy(JSON.stringify({ notificationType: ["scanResult"], ...narrowing }));
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return parsed.value;
}
