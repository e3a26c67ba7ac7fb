import type { FilterPolicy, PolicyEntry } from "../filter-policy/index.ts";
import { meantAttribute } from "./meant-key.ts";

/** What a topic was seen to carry: the names of attributes, and the values of one of them. */
export type Observed = { names: readonly string[]; valuesOf: (name: string) => readonly string[] };

export type Unseen = { place: string; sentence: string };

/**
 * What a policy on attributes asks for that the topic was never seen to carry, while it does carry something alike:
 * most likely that was meant. What was never seen without anything alike may simply not have happened yet.
 */
export function unseen(policy: FilterPolicy, observed: Observed): readonly Unseen[] {
  if (policy.scope !== "MessageAttributes" || observed.names.length === 0) return [];
  const found = leavesOf(policy.entries).flatMap((leaf) => unseenIn(leaf, observed));
  return found.filter(({ place }, index) => found.findIndex((other) => other.place === place) === index);
}

type Leaf = Extract<PolicyEntry, { kind: "leaf" }>;

function leavesOf(entries: readonly PolicyEntry[]): Leaf[] {
  return entries.flatMap((entry) => {
    switch (entry.kind) {
      case "leaf":
        return [entry];
      case "nested":
        return leavesOf(entry.entries);
      case "or":
        return entry.branches.flatMap(leavesOf);
      default:
        return entry satisfies never;
    }
  });
}

function unseenIn({ key, conditions }: Leaf, { names, valuesOf }: Observed): Unseen[] {
  if (!names.includes(key)) {
    const meant = meantAttribute(key, names);
    if (meant === undefined) return [];
    const sentence = `The topic was never seen to carry “${key}”, but it carries “${meant}”. Names are compared letter by letter.`;
    return [{ place: key, sentence }];
  }
  const seen = valuesOf(key);
  return conditions.flatMap((condition, index) => {
    if (condition.kind !== "exact" || typeof condition.value !== "string") return [];
    const { value } = condition;
    const alike = seen.includes(value) ? undefined : seen.find((each) => isSameButCase(each, value));
    if (alike === undefined) return [];
    const sentence = `“${value}” was never seen in “${key}”, but “${alike}” was. Upper and lower case count.`;
    return [{ place: `${key}[${index}]`, sentence }];
  });
}

/** Only the case of letters, and spaces around: names that differ in one digit are names of different things. */
function isSameButCase(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}
