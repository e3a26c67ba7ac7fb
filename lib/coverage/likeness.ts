import type { Condition, FilterPolicy, PolicyEntry } from "../filter-policy/index.ts";
import type { MessageKind } from "./message-kinds.ts";
import type { TextGrammar } from "./text-grammar.ts";

/** What at one path tells texts apart: the listed values one by one, all others only by the grammars they fit. */
type Distinction = { readonly listed: ReadonlySet<unknown>; readonly grammars: readonly TextGrammar[] };

const known = new WeakMap<readonly MessageKind[], Map<string, Distinction>>();

/**
 * A name that two policies share only when every kind of message reaches them equally well, like those that name
 * different buckets. Undefined for policies that are not flat with lists of texts: only a survey can tell about them.
 */
export function likenessOf(policy: FilterPolicy, kinds: readonly MessageKind[]): string | undefined {
  let name: string = policy.scope;
  for (const entry of policy.entries) {
    const part = entryLikeness(entry, kinds);
    if (part === undefined) return undefined;
    name += part;
  }
  return name;
}

function entryLikeness(entry: PolicyEntry, kinds: readonly MessageKind[]): string | undefined {
  if (entry.kind !== "leaf") return undefined;
  const distinction = distinctionAt(entry.key, kinds);
  const parts = new Set<string>();
  for (const condition of entry.conditions) {
    const part = conditionLikeness(condition, distinction);
    if (part === undefined) return undefined;
    parts.add(part);
  }
  return `${JSON.stringify(entry.key)}[${[...parts].join()}]`;
}

function conditionLikeness(condition: Condition, { listed, grammars }: Distinction): string | undefined {
  if (condition.kind !== "exact" || typeof condition.value !== "string") return undefined;
  const { value } = condition;
  if (listed.has(value)) return JSON.stringify(value);
  let fits = "";
  for (const grammar of grammars) fits += grammar.admits(value) ? "+" : "-";
  return fits;
}

function distinctionAt(path: string, kinds: readonly MessageKind[]): Distinction {
  const byPath = known.get(kinds) ?? new Map<string, Distinction>();
  known.set(kinds, byPath);
  const distinction = byPath.get(path) ?? readDistinction(path, kinds);
  if (byPath.size < REMEMBERED_PATHS) byPath.set(path, distinction);
  return distinction;
}

/** More than any catalog has; policies may name others without end. */
const REMEMBERED_PATHS = 1_000;

function readDistinction(path: string, kinds: readonly MessageKind[]): Distinction {
  const sorts = kinds.flatMap((kind) => kind.domainOf(path).sorts);
  return {
    listed: new Set(sorts.flatMap((sort) => (sort.kind === "closed" ? sort.values : []))),
    grammars: [...new Set(sorts.flatMap((sort) => (sort.kind === "text" ? [sort.grammar] : [])))],
  };
}
