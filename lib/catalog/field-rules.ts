import { listWords } from "./list-words.ts";
import {
  isNotificationType,
  isResultType,
  type NotificationType,
  notificationTypes,
} from "./notification-types.ts";
import { type ProductId, typesOf } from "./products.ts";
import { type SelectionField, soleResultType } from "./selection.ts";

/** The fields that may follow the notification types. */
export type FilterField = Exclude<SelectionField, "types">;

export type FieldRule =
  | { readonly kind: "allowed" }
  /** `by` is the field whose present value stands in the way; `reason` is one sentence for the administrator. */
  | { readonly kind: "excluded"; readonly by: Exclude<SelectionField, "results">; readonly reason: string };

const NOTHING_CHOSEN = { buckets: [], accounts: [] };

/**
 * Which fields may follow the chosen types, so that no selection can be made that never matches. Results and
 * buckets narrow a result type that is chosen alone. Accounts narrow whatever belongs to an account, while no bucket
 * is chosen, and buckets only while no account is. Types that none of the products publishes are ignored.
 */
export function allowedFields(
  productIds: readonly ProductId[],
  types: readonly string[],
  chosen: { readonly buckets: readonly string[]; readonly accounts: readonly string[] } = NOTHING_CHOSEN,
): Readonly<Record<FilterField, FieldRule>> {
  const known = typesOf(productIds).filter((type) => types.includes(type));
  if (known.length === 0) {
    const rule = excluded("types", "Choose a notification type first.");
    return { results: rule, buckets: rule, accounts: rule };
  }
  return {
    results: narrowing(known, "result"),
    buckets: bucketsRule(known, chosen.accounts.length > 0),
    accounts: accountsRule(known, chosen.buckets.length > 0),
  };
}

function bucketsRule(known: readonly NotificationType[], hasAccounts: boolean): FieldRule {
  const rule = narrowing(known, "bucket");
  return rule.kind === "allowed" && hasAccounts ? excluded("accounts", BUCKET_BESIDE_ACCOUNT) : rule;
}

function accountsRule(known: readonly NotificationType[], hasBuckets: boolean): FieldRule {
  const accountless = known.filter((type) => notificationTypes[type].scope === "deployment");
  if (accountless.length > 0) {
    return excluded("types", `${labels(accountless)} notifications belong to no account.`);
  }
  return hasBuckets ? excluded("buckets", BUCKET_BESIDE_ACCOUNT) : { kind: "allowed" };
}

const BUCKET_BESIDE_ACCOUNT =
  "A bucket name is unique across AWS, so an account beside a bucket could only remove matches.";

/** What the types alone say of results and buckets. */
function narrowing(known: readonly NotificationType[], noun: "result" | "bucket"): FieldRule {
  if (soleResultType(known) !== undefined) return { kind: "allowed" };
  const others = known.filter((type) => !isResultType(type));
  if (others.length === 0) {
    return excluded("types", `A ${noun} can narrow only one of ${labels(known)} at a time.`);
  }
  const missing = noun === "result" ? "carry no result" : "are not certain to name a bucket";
  return excluded("types", `${labels(others)} notifications ${missing} to filter by.`);
}

function excluded(by: "types" | "buckets" | "accounts", reason: string): FieldRule {
  return { kind: "excluded", by, reason };
}

/** The labels of types within a sentence; what is no type of any product stays as it is. */
export function labels(types: readonly string[], last: "and" | "or" = "and"): string {
  return listWords(
    types.map((type) => (isNotificationType(type) ? notificationTypes[type].label : type)),
    last,
  );
}
