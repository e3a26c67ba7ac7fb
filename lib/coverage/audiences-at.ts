import type { FilterPolicy } from "../filter-policy/index.ts";
import type { Audience } from "./audience.ts";
import { keysOf, type Place } from "./place.ts";

/**
 * Finds, for one of the places, the audiences whose policies may admit it: those that name it, and those that do not
 * only list names. Ten thousand others need not be asked about it.
 */
export function audiencesAt(
  audiences: readonly Audience[],
  places: readonly Place[],
): (place: Place) => readonly Audience[] {
  const naming = new Map(places.map((place) => [nameOf(place), [] as Audience[]]));
  const open: Record<Place["key"], Audience[]> = { bucket: [], accountId: [] };
  for (const key of new Set(places.map((place) => place.key)))
    for (const audience of audiences) {
      const names = namesIn(audience.receivers[0]?.policy ?? null, key);
      if (names === undefined) open[key].push(audience);
      else for (const value of names) naming.get(nameOf({ key, value }))?.push(audience);
    }
  return (place) => [...(naming.get(nameOf(place)) ?? []), ...open[place.key]];
}

function nameOf({ key, value }: Place): string {
  return `${key} ${value}`;
}

/** The only buckets or accounts that a policy admits; undefined when it does not just list them. */
function namesIn(policy: FilterPolicy | null, key: Place["key"]): readonly string[] | undefined {
  if (policy === null) return undefined;
  const keys = keysOf(policy.scope, key);
  for (const entry of policy.entries) if (entry.kind !== "leaf") return undefined;
  for (const entry of policy.entries) {
    if (entry.kind !== "leaf" || !keys.includes(entry.key)) continue;
    const names = entry.conditions.map((condition) =>
      condition.kind === "exact" && typeof condition.value === "string" ? condition.value : undefined,
    );
    if (!names.includes(undefined)) return names.filter((name) => name !== undefined);
  }
  return undefined;
}
