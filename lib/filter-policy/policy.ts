import type { AddressRange } from "./ip-address.ts";

/** Where SNS looks for the values: the message's attributes (the default) or its JSON body. */
export type FilterPolicyScope = "MessageAttributes" | "MessageBody";

/** A value that can be compared as it stands. */
export type Scalar = string | number | boolean | null;

/** One end of a numeric range. */
export type NumericBound = { readonly value: number; readonly inclusive: boolean };

/** What an `anything-but` excludes: values as they stand, or every value one of the texts describes. */
export type Exclusion =
  | { readonly by: "value"; readonly values: readonly string[] | readonly number[] }
  | {
      readonly by: "prefix" | "suffix" | "wildcard" | "equals-ignore-case";
      readonly values: readonly string[];
    };

/** One member of a key's array; a key is satisfied when any of its conditions is. */
export type Condition =
  | { readonly kind: "exact"; readonly value: Scalar }
  | { readonly kind: "prefix" | "suffix"; readonly value: string; readonly ignoreCase: boolean }
  | { readonly kind: "equals-ignore-case"; readonly value: string }
  | { readonly kind: "wildcard"; readonly pattern: string }
  | { readonly kind: "cidr"; readonly block: string; readonly range: AddressRange }
  /** `["=", x]` is the range from x to x, both included; an absent end is unlimited. */
  | { readonly kind: "numeric"; readonly lower?: NumericBound; readonly upper?: NumericBound }
  | { readonly kind: "exists"; readonly exists: boolean }
  | { readonly kind: "anything-but"; readonly exclusion: Exclusion };

/** One key of a policy object; entries side by side must all be satisfied. */
export type PolicyEntry =
  | { readonly kind: "leaf"; readonly key: string; readonly conditions: readonly Condition[] }
  | { readonly kind: "nested"; readonly key: string; readonly entries: readonly PolicyEntry[] }
  | { readonly kind: "or"; readonly branches: readonly (readonly PolicyEntry[])[] };

/** A parsed policy: plain frozen data, made by `parseFilterPolicy` and valid by construction. */
export type FilterPolicy = { readonly scope: FilterPolicyScope; readonly entries: readonly PolicyEntry[] };

/** Why a text is no policy: the place in it ("scanResult[0].prefix", "" for the whole) and a sentence. */
export type FilterPolicyIssue = { path: string; message: string };
