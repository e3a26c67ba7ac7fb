import { type FilterPolicy, formatFilterPolicy } from "../filter-policy/index.ts";
import { allowed } from "./allowed.ts";
import { isAttributeName } from "./attributes.ts";
import { listWords } from "./list-words.ts";
import { notificationTypes } from "./notification-types.ts";
import type { ProductId } from "./products.ts";
import { RESULT_TYPES } from "./results.ts";
import {
  emptySelection,
  type Selection,
  type SelectionField,
  type SelectionInput,
  soleResultType,
} from "./selection.ts";

export type PolicyReading =
  /** No filter: every message of the topic is delivered. */
  | { readonly kind: "all" }
  | { readonly kind: "selection"; readonly selection: Selection }
  /** A policy that the wizard cannot hold; `reason` is one sentence. */
  | { readonly kind: "custom"; readonly reason: string };

/**
 * Reads a policy, made here or elsewhere, back into the selection that would make it. The selection is canonical and
 * repeated values are taken once, as they change nothing. Never throws.
 */
export function policyToSelection(
  productIds: readonly ProductId[],
  policy: FilterPolicy | null,
): PolicyReading {
  if (policy === null) return { kind: "all" };
  if (policy.scope === "MessageBody") {
    return custom("The filter reads the message body, while the wizard filters on message attributes.");
  }
  // A formatted policy is the JSON object that was parsed.
  const conditions = Object.entries(JSON.parse(formatFilterPolicy(policy)) as Record<string, unknown>);
  if (conditions.length === 0) return { kind: "all" };
  const read = readConditions(conditions);
  if (!read.ok) return custom(read.reason);
  const checked = allowed(productIds, read.selection);
  return checked.ok ? { kind: "selection", selection: checked.value } : custom(checked.issues[0].reason);
}

function custom(reason: string): PolicyReading {
  return { kind: "custom", reason };
}

const FIELDS = new Map<string, SelectionField>([
  ["notificationType", "types"],
  ["scanResult", "results"],
  ["classificationResult", "results"],
  ["bucket", "buckets"],
  ["accountId", "accounts"],
]);

type Read = { ok: true; selection: SelectionInput } | { ok: false; reason: string };

function readConditions(conditions: readonly [string, unknown][]): Read {
  const selection: Record<SelectionField, readonly string[]> = { ...emptySelection };
  for (const [key, values] of conditions) {
    const field = FIELDS.get(key);
    if (field === undefined) return { ok: false, reason: unknownKeyReason(key) };
    if (!isTexts(values)) {
      return { ok: false, reason: `The filter on ${key} uses more than exact text values.` };
    }
    selection[field] = [...new Set(values)];
  }
  const reason = keysReason(
    conditions.map(([key]) => key),
    selection.types,
  );
  return reason === undefined ? { ok: true, selection } : { ok: false, reason };
}

function unknownKeyReason(key: string): string {
  if (key === "$or") return "The filter joins conditions with $or.";
  if (key === "account") return "The filter uses the attribute account, but messages carry it as accountId.";
  return isAttributeName(key)
    ? `The wizard does not filter by the attribute ${key}.`
    : `The filter uses the attribute ${key}, which no notification carries.`;
}

/** What is wrong with the keys as a whole, since a selection does not say which attribute its results belong to. */
function keysReason(keys: readonly string[], types: readonly string[]): string | undefined {
  if (!keys.includes("notificationType")) return "The filter names no notification type.";
  const [resultKey, ...more] = RESULT_TYPES.filter((type) => keys.includes(type));
  if (more.length > 0) return `No notification carries both ${listWords(RESULT_TYPES, "and")}.`;
  const resultType = soleResultType(types);
  if (resultKey === undefined || resultType === undefined || resultKey === resultType) return undefined;
  return `${notificationTypes[resultType].label} notifications carry no ${resultKey}.`;
}

function isTexts(values: unknown): values is string[] {
  return Array.isArray(values) && values.every((value) => typeof value === "string");
}
