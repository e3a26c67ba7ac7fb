import { COMBINATION_LIMIT, combinationBudget } from "./combination-budget.ts";
import { allowedFields, type FilterField, labels } from "./field-rules.ts";
import { countWords, listWords } from "./list-words.ts";
import { type NotificationType, notificationTypes } from "./notification-types.ts";
import { type ProductId, products, typesOf } from "./products.ts";
import { type ResultValue, resultsOf } from "./results.ts";
import {
  canonicalSelection,
  type Selection,
  type SelectionField,
  type SelectionInput,
  soleResultType,
} from "./selection.ts";

export type SelectionIssue = {
  readonly field: SelectionField;
  /** The one value at fault, where it is one. */
  readonly value?: string;
  /** One sentence: what is wrong. */
  readonly reason: string;
  /** The reason, then the remedy. */
  readonly message: string;
};

export type Allowed =
  | { readonly ok: true; readonly value: Selection }
  | { readonly ok: false; readonly issues: readonly [SelectionIssue, ...SelectionIssue[]] };

/**
 * Whether the products' messages can match the selection and SNS accepts its policy. Takes anything of the right
 * shape, so that a server can check what a client sent. Answers with the selection in canonical form, or with every
 * issue, in the order types, results, buckets, accounts.
 */
export function allowed(productIds: readonly ProductId[], selection: SelectionInput): Allowed {
  const published = typesOf(productIds);
  const types = published.filter((type) => selection.types.includes(type));
  const results = resultValuesOf(types).filter((value) => selection.results.includes(value));
  const issues = [
    ...typeIssues(productIds, published, selection.types),
    ...fieldIssues(productIds, published, types, selection),
    ...resultIssues(types, selection.results),
    ...bucketIssues(selection.buckets),
    ...accountIssues(selection.accounts),
    ...duplicateIssues(selection),
  ];
  if (issues.length === 0) issues.push(...budgetIssues(selection));
  const [first, ...others] = issues.sort(byField);
  if (first !== undefined) return { ok: false, issues: [first, ...others] };
  const { buckets, accounts } = selection;
  return { ok: true, value: canonicalSelection({ types, results, buckets, accounts }) };
}

const FIELD_ORDER: readonly SelectionField[] = ["types", "results", "buckets", "accounts"];

function byField(a: SelectionIssue, b: SelectionIssue): number {
  return FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field);
}

function issue(field: SelectionField, reason: string, remedy: string, value?: string): SelectionIssue {
  return { field, reason, message: `${reason} ${remedy}`, ...(value !== undefined && { value }) };
}

function resultValuesOf(types: readonly NotificationType[]): readonly ResultValue[] {
  const resultType = soleResultType(types);
  return resultType === undefined ? [] : resultsOf(resultType).map((result) => result.value);
}

function typeIssues(
  productIds: readonly ProductId[],
  published: readonly NotificationType[],
  types: readonly string[],
): SelectionIssue[] {
  if (types.length === 0) {
    return [issue("types", "No notification type is chosen.", "Choose at least one notification type.")];
  }
  const names = productIds.map((id) => products[id].name);
  const publishers = names.length > 0 ? listWords(names, "or") : "this topic";
  return types
    .filter((type) => !published.some((known) => known === type))
    .map((type) => {
      const reason = `${quote(type)} is not a notification type of ${publishers}.`;
      return issue("types", reason, `Choose notification types among ${listWords(published, "and")}.`, type);
    });
}

/** Fields that hold something although the types, or the other field, leave no room for it. */
function fieldIssues(
  productIds: readonly ProductId[],
  published: readonly NotificationType[],
  types: readonly NotificationType[],
  selection: SelectionInput,
): SelectionIssue[] {
  if (types.length === 0) return [];
  const rules = allowedFields(productIds, types, selection);
  const alone = labels(
    published.filter((type) => notificationTypes[type].scope === "object"),
    "or",
  );
  const issues: SelectionIssue[] = [];
  for (const field of ["results", "buckets", "accounts"] satisfies FilterField[]) {
    const rule = rules[field];
    if (rule.kind === "allowed" || selection[field].length === 0) continue;
    // Buckets and accounts exclude each other: said once, where the narrower remedy is.
    if (field === "buckets" && rule.by === "accounts") continue;
    issues.push(issue(field, rule.reason, remedyFor(field, rule.by, alone)));
  }
  return issues;
}

function remedyFor(field: FilterField, by: "types" | "buckets" | "accounts", alone: string): string {
  if (by !== "types") return "Clear the accounts or the buckets.";
  if (field === "accounts") return "Clear the accounts, or remove these notification types.";
  return `Clear the ${field}, or choose ${alone} as the only notification type.`;
}

function resultIssues(types: readonly NotificationType[], results: readonly string[]): SelectionIssue[] {
  const resultType = soleResultType(types);
  if (resultType === undefined) return [];
  const values = resultValuesOf(types);
  return results
    .filter((result) => !values.some((value) => value === result))
    .map((result) => {
      const reason = `${notificationTypes[resultType].label} has no value ${quote(result)}.`;
      return issue("results", reason, `Choose results among ${listWords(values, "and")}.`, result);
    });
}

/** S3's rule as far as a name shows it; a name beyond it belongs to no bucket that products watch. */
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

function bucketIssues(buckets: readonly string[]): SelectionIssue[] {
  const remedy =
    "Enter bucket names of 3 to 63 lower-case letters, digits, dots and hyphens that begin and end with a letter or digit.";
  return buckets
    .filter((bucket) => !BUCKET_NAME.test(bucket))
    .map((bucket) => issue("buckets", `${quote(bucket)} is not a bucket name.`, remedy, bucket));
}

const ACCOUNT_ID = /^[0-9]{12}$/;

function accountIssues(accounts: readonly string[]): SelectionIssue[] {
  return accounts
    .filter((account) => !ACCOUNT_ID.test(account))
    .map((account) => {
      const reason = `${quote(account)} is not an account ID.`;
      return issue("accounts", reason, "Enter account IDs of 12 digits, without hyphens.", account);
    });
}

const NOUNS: Record<SelectionField, string> = {
  types: "notification type",
  results: "result",
  buckets: "bucket",
  accounts: "account",
};

function duplicateIssues(selection: SelectionInput): SelectionIssue[] {
  return FIELD_ORDER.flatMap((field) => {
    const seen = new Set<string>();
    const repeated = selection[field].filter((value) => seen.size === seen.add(value).size);
    return [...new Set(repeated)].map((value) =>
      issue(field, `The ${NOUNS[field]} ${quote(value)} is listed more than once.`, "Keep it once.", value),
    );
  });
}

/** Types and results alone stay far below the limit, so the longer list is always buckets or accounts. */
function budgetIssues(selection: SelectionInput): SelectionIssue[] {
  const { used, limit } = combinationBudget(selection);
  if (used <= limit) return [];
  const field = selection.buckets.length > 0 ? "buckets" : "accounts";
  const count = selection[field].length;
  const beside = used / count;
  const room = Math.floor(COMBINATION_LIMIT / beside);
  const noun = selection.results.length > 0 ? NOUNS.results : NOUNS.types;
  const reason = `${countWords(count, NOUNS[field])} with ${countWords(beside, noun)} make ${used} combinations, and SNS accepts ${limit}.`;
  const remedy = `With ${countWords(beside, noun)} at most ${countWords(room, NOUNS[field])} fit: remove ${count - room}.`;
  return [issue(field, reason, remedy)];
}

/** Quotes what somebody sent, cut so that a message stays a sentence. */
function quote(value: string): string {
  return `"${value.length > 80 ? `${value.slice(0, 79)}…` : value}"`;
}
