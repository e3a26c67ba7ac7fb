import type { FilterableMessage, FilterPolicy, PolicyEntry } from "@/lib/filter-policy";
import { UNIQUE_ATTRIBUTE } from "./constants.ts";

/**
 * What a topic carried. Messages that a filter cannot tell apart are of one kind, so that it is asked once for all of
 * them. `ids`, `times` (ms) and `kindOf` are parallel, in order of arrival.
 */
export type Traffic = {
  kinds: FilterableMessage[];
  ids: number[];
  times: number[];
  kindOf: number[];
};

export type CarriedMessage = {
  id: number;
  publishedAt: Date;
  attributes: FilterableMessage["attributes"];
  /** Where it is left out, no filter on bodies may be tried. */
  body?: string;
};

/** Files messages into traffic; one filer per traffic, as it remembers the kinds. */
export function createFiler(): { traffic: Traffic; file: (message: CarriedMessage) => void } {
  const traffic: Traffic = { kinds: [], ids: [], times: [], kindOf: [] };
  const known = new Map<string, number>();
  const file = ({ id, publishedAt, attributes, body }: CarriedMessage) => {
    const kind = kindOf(traffic, known, attributes, body);
    traffic.ids.push(id);
    traffic.times.push(publishedAt.getTime());
    traffic.kindOf.push(kind);
  };
  return { traffic, file };
}

function kindOf(
  { kinds }: Traffic,
  known: Map<string, number>,
  given: FilterableMessage["attributes"],
  body: string | undefined,
): number {
  if (body !== undefined) return kinds.push({ attributes: given, body }) - 1;
  const { [UNIQUE_ATTRIBUTE]: _, ...attributes } = given;
  const text = JSON.stringify(attributes);
  const filed = known.get(text);
  if (filed !== undefined) return filed;
  const kind = kinds.push({ attributes, body: "" }) - 1;
  known.set(text, kind);
  return kind;
}

/** Whether a policy looks at what kinds leave out: the body, or the attribute that never repeats. */
export function needsWholeMessages(policy: FilterPolicy | null): boolean {
  if (policy === null) return false;
  return policy.scope === "MessageBody" || asksFor(policy.entries, UNIQUE_ATTRIBUTE);
}

function asksFor(entries: readonly PolicyEntry[], key: string): boolean {
  return entries.some((entry) => {
    switch (entry.kind) {
      case "leaf":
        return entry.key === key;
      case "nested":
        return entry.key === key || asksFor(entry.entries, key);
      case "or":
        return entry.branches.some((branch) => asksFor(branch, key));
      default:
        return entry satisfies never;
    }
  });
}
