import type { NotificationType, ProductId } from "../catalog/index.ts";
import type { Condition } from "../filter-policy/index.ts";

/** Why a part of a policy does nothing, or may do harm. `meant` is there when what was meant is evident. */
export type Reason =
  /** No message of the topic carries the key. */
  | { readonly kind: "unknownKey"; readonly meant?: string }
  /** Only a product that does not publish to the topic carries the key. */
  | { readonly kind: "otherProductKey"; readonly product: ProductId }
  /** A value of a closed list, wrong by letter case or a slip of the pen. */
  | { readonly kind: "misspelt"; readonly meant: readonly Condition[] }
  | { readonly kind: "unknownValue"; readonly known: readonly string[] }
  /** A value that only a product publishes which does not publish to the topic. */
  | { readonly kind: "otherProductValue"; readonly product: ProductId }
  /** A value that messages carry under another key. */
  | { readonly kind: "otherKeyValue"; readonly key: string }
  /** A text that breaks the rule of what the key holds, such as the one for bucket names. */
  | {
      readonly kind: "impossibleText";
      readonly noun: string;
      readonly rule: string;
      readonly meant?: readonly Condition[];
    }
  /** A number, true, false or null against text, or the reverse. */
  | { readonly kind: "wrongNature"; readonly meant?: readonly Condition[] }
  /** No number that the field can hold is in the range. */
  | { readonly kind: "emptyRange" }
  /** An IP address range against something that is never an address. */
  | { readonly kind: "notAnAddress" }
  | { readonly kind: "excludesEverything" }
  /** An excluded value that never occurs, and so keeps nothing out. */
  | { readonly kind: "excludesNothing"; readonly value: string | number; readonly because: Reason }
  /** Absence is demanded of a key that every message of the types carries; no types: of all types. */
  | { readonly kind: "alwaysCarried"; readonly key: string; readonly types: readonly NotificationType[] }
  /** The types never carry a key that is demanded beside them. */
  | { readonly kind: "notCarried"; readonly key: string; readonly types: readonly NotificationType[] }
  /** Possible alone, but no message satisfies it together with another key. */
  | { readonly kind: "contradiction"; readonly with: string }
  /** A later place of the policy decides the same key. */
  | { readonly kind: "overruled" }
  /** A bucket is in one account, so the account can only keep messages out. */
  | { readonly kind: "bucketBesideAccount" };
