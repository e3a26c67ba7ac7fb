import { FILTER_POLICY_LIMITS, WILDCARD_LIMITS } from "./complexity.ts";
import type { Condition } from "./policy.ts";

export type DialectName = "sns" | "eventbridge";

/** What may stand in a key's array beside plain values, and `$or`, which joins alternatives. */
export type Operator = Exclude<Condition["kind"], "exact"> | "$or";

/** Where the two users of AWS's engine differ. */
export type Dialect = {
  readonly operators: readonly Operator[];
  /** Whether `prefix` and `suffix` are documented to take `equals-ignore-case`; the engine takes it in both. */
  readonly documentsAnyCaseAffix: boolean;
  readonly nesting: "withScopeMessageBody" | "always";
  /** Limits by name; what a dialect does not limit is not listed. */
  readonly limits: Readonly<Record<string, number>>;
};

const OPERATORS: readonly Operator[] = [
  "prefix",
  "suffix",
  "equals-ignore-case",
  "wildcard",
  "anything-but",
  "numeric",
  "cidr",
  "exists",
  "$or",
];

/**
 * SNS filter policies and EventBridge event patterns: one engine, different limits. EventBridge's wildcards are
 * limited too, by a measure of its engine that has no published number.
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export const DIALECTS = {
  sns: {
    operators: OPERATORS,
    documentsAnyCaseAffix: false,
    nesting: "withScopeMessageBody",
    limits: {
      ...FILTER_POLICY_LIMITS,
      wildcardsPerPattern: WILDCARD_LIMITS.perPattern,
      wildcardPoints: WILDCARD_LIMITS.points,
    },
  },
  eventbridge: {
    operators: OPERATORS,
    documentsAnyCaseAffix: true,
    nesting: "always",
    // an account has the lower number of characters until it asks for more
    limits: { characters: 4096, defaultCharacters: 2048, alternatives: 1000 },
  },
} as const satisfies Record<DialectName, Dialect>;
