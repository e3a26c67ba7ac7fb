import {
  type Condition,
  type FilterPolicy,
  formatFilterPolicy,
  type PolicyEntry,
  parseFilterPolicy,
} from "../filter-policy/index.ts";
import type { Leaf } from "./conjunctions.ts";

/** A change to one place of a policy, which is named by its own object. */
export type Edit =
  | { readonly kind: "renameKey"; readonly leaf: Leaf; readonly key: string }
  | {
      readonly kind: "replaceCondition";
      readonly leaf: Leaf;
      readonly index: number;
      readonly conditions: readonly Condition[];
    }
  | { readonly kind: "dropKey"; readonly leaf: Leaf }
  | { readonly kind: "dropBranch"; readonly entries: readonly PolicyEntry[] };

/**
 * The policy with the edits made, or undefined when nothing sensible is left: no condition at all would mean every
 * message, and SNS might refuse the outcome.
 */
export function rewrite(policy: FilterPolicy, edits: readonly Edit[]): FilterPolicy | undefined {
  const entries = rewriteEntries(policy.entries, edits);
  return entries && withEntries(policy, entries);
}

/** A policy of the same scope, checked as SNS checks one; undefined when it would be refused. */
export function withEntries(
  { scope }: FilterPolicy,
  entries: readonly PolicyEntry[],
): FilterPolicy | undefined {
  const draft: FilterPolicy = { scope, entries };
  const parsed = parseFilterPolicy(formatFilterPolicy(draft), scope);
  return parsed.ok && parsed.value.entries.length > 0 ? parsed.value : undefined;
}

function rewriteEntries(
  entries: readonly PolicyEntry[],
  edits: readonly Edit[],
): readonly PolicyEntry[] | undefined {
  const rewritten = entries.flatMap((entry) => rewriteEntry(entry, edits));
  const keys = rewritten.map((entry) => (entry.kind === "or" ? "$or" : entry.key));
  return rewritten.length > 0 && new Set(keys).size === keys.length ? rewritten : undefined;
}

function rewriteEntry(entry: PolicyEntry, edits: readonly Edit[]): readonly PolicyEntry[] {
  switch (entry.kind) {
    case "leaf":
      return rewriteLeaf(entry, edits);
    case "nested": {
      const inner = rewriteEntries(entry.entries, edits);
      return inner === undefined ? [] : [{ ...entry, entries: inner }];
    }
    case "or": {
      const kept = entry.branches.filter(
        (branch) => !edits.some((edit) => edit.kind === "dropBranch" && edit.entries === branch),
      );
      const branches = kept
        .map((branch) => rewriteEntries(branch, edits))
        .filter((branch) => branch !== undefined);
      const [only, ...others] = branches;
      return others.length > 0 ? [{ ...entry, branches }] : (only ?? []);
    }
    default:
      return entry satisfies never;
  }
}

function rewriteLeaf(leaf: Leaf, edits: readonly Edit[]): readonly PolicyEntry[] {
  let key = leaf.key;
  const replaced = new Map<number, readonly Condition[]>();
  for (const edit of edits) {
    if (edit.kind === "dropBranch" || edit.leaf !== leaf) continue;
    if (edit.kind === "dropKey") return [];
    if (edit.kind === "renameKey") key = edit.key;
    else replaced.set(edit.index, edit.conditions);
  }
  if (key === leaf.key && replaced.size === 0) return [leaf];
  const conditions = leaf.conditions.flatMap((condition, index) => replaced.get(index) ?? [condition]);
  return conditions.length === 0 ? [] : [{ kind: "leaf", key, conditions: distinct(conditions) }];
}

function distinct(conditions: readonly Condition[]): readonly Condition[] {
  const byText = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]));
  return [...byText.values()];
}
