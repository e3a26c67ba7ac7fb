import type { AttributeReading } from "./attributes.ts";
import type { BodyReading } from "./body.ts";
import type { Condition, FilterPolicyScope, Scalar } from "./policy.ts";

/** Why a message is delivered under a policy or is not: plain data. */
export type FilterPolicyExplanation =
  | { readonly kind: "everyMessage"; readonly matches: true }
  | {
      readonly kind: "unreadableBody";
      readonly matches: false;
      readonly because: Extract<BodyReading, { kind: "unreadable" }>["because"];
    }
  | {
      readonly kind: "compared";
      readonly matches: boolean;
      readonly scope: FilterPolicyScope;
      /** Every way the policy leaves: one, or one for each combination of `$or` alternatives. */
      readonly ways: readonly WayExplanation[];
    };

export type WayExplanation = {
  /**
   * `noCommonElement`: each key is satisfied, but not all of them in the same element of an array. `undecided`: the
   * arrays leave more combinations than were tried.
   */
  readonly outcome: "held" | "keysFailed" | "noCommonElement" | "undecided";
  /** Keys by full path, in code unit order. */
  readonly keys: readonly KeyExplanation[];
};

export type KeyExplanation = {
  readonly path: string;
  readonly held: boolean;
  readonly found: Found;
  readonly conditions: readonly ConditionExplanation[];
};

/** What the message has under a key; `type` and `text` are those of the attribute, if it is one. */
export type Found =
  | { readonly kind: "values"; readonly values: readonly Scalar[]; readonly type?: string }
  | (Extract<AttributeReading, { kind: "absent" }> & { readonly type?: string })
  | (Extract<AttributeReading, { kind: "unreadable" }> & { readonly type: string; readonly text: string });

export type ConditionExplanation = {
  readonly condition: Condition;
  readonly outcome: ConditionOutcome;
};

export type ValueType = "text" | "number" | "boolean" | "null";

/** Whether a condition held, with the value that satisfied it, or why none did. */
export type ConditionOutcome =
  | { readonly kind: "held"; readonly value: Scalar }
  | { readonly kind: "heldByAbsence" }
  /** The condition needs a value and there is none. */
  | { readonly kind: "absent" }
  /** The condition asks for absence and there is a value. */
  | { readonly kind: "present" }
  | { readonly kind: "unreadable" }
  /** No value is of the type that the condition compares with. */
  | { readonly kind: "otherType"; readonly wanted: ValueType; readonly found: readonly ValueType[] }
  /** This value would do if letter case did not count. */
  | { readonly kind: "letterCase"; readonly value: string }
  /** Every value is one of those that `anything-but` excludes. */
  | { readonly kind: "excluded" }
  | { readonly kind: "different" };
