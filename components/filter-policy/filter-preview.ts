import {
  allowed,
  combinationBudget,
  type ProductId,
  type SelectionInput,
  selectionToPolicy,
  selectionWarnings,
} from "@/lib/catalog";
import {
  describeFilterPolicy,
  type FilterPolicy,
  type FilterPolicyScope,
  measureFilterPolicy,
  parseFilterPolicy,
} from "@/lib/filter-policy";
import { type SentencePart, selectionSentence } from "./selection-sentence.ts";

/** What the panel beside a filter shows of it. */
export type FilterPreview = {
  /** Empty while there is nothing to say. */
  sentence: readonly SentencePart[];
  /** Of SNS's 150; unknown while a text is no policy. */
  combinations: number | undefined;
  /** What is allowed but may surprise. */
  warnings: readonly string[];
} & (
  | { kind: "policy"; policy: FilterPolicy }
  /** Nothing chosen yet. */
  | { kind: "empty" }
  /** There is no policy while these stand in its way. */
  | { kind: "refused"; reasons: readonly string[] }
);

/** The preview of what the wizard holds, finished or not. */
export function previewSelection(productIds: readonly ProductId[], selection: SelectionInput): FilterPreview {
  const shown = {
    sentence: selectionSentence(productIds, selection),
    combinations: combinationBudget(selection).used,
    warnings: [],
  };
  if (selection.types.length === 0) return { ...shown, kind: "empty" };
  const checked = allowed(productIds, selection);
  if (!checked.ok)
    return { ...shown, kind: "refused", reasons: checked.issues.map(({ message }) => message) };
  return {
    ...shown,
    kind: "policy",
    policy: selectionToPolicy(productIds, checked.value),
    warnings: selectionWarnings(checked.value),
  };
}

/** The preview of a policy as text. */
export function previewPolicy(text: string, scope: FilterPolicyScope): FilterPreview {
  const parsed = parseFilterPolicy(text, scope);
  if (!parsed.ok) {
    const reasons = parsed.issues.map(({ path, message }) => (path ? `${path}: ${message}` : message));
    return { kind: "refused", sentence: [], combinations: undefined, warnings: [], reasons };
  }
  const policy = parsed.value;
  const isAll = policy.entries.length === 0;
  const words = describeFilterPolicy(policy);
  // of the body the words begin with where to look, which English sets off by a comma
  const condition = scope === "MessageBody" ? `if, ${words}` : `if ${words}`;
  return {
    kind: "policy",
    policy,
    sentence: [{ text: `Delivers ${isAll ? words : `a message ${condition}`}.`, isChosen: false }],
    combinations: isAll ? 0 : measureFilterPolicy(policy).combinations,
    warnings: [],
  };
}
