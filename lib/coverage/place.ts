import { attributesOf, type NotificationType } from "../catalog/index.ts";
import type { FilterPolicyScope } from "../filter-policy/index.ts";
import { type Domain, isCarried } from "./domain.ts";
import type { MessageKind } from "./message-kinds.ts";

/** One bucket or one account: what an administrator may be responsible for. */
export type Place = { readonly key: "bucket" | "accountId"; readonly value: string };

const BODY_KEYS: Readonly<Record<Place["key"], readonly string[]>> = {
  bucket: ["bucketName", "container"],
  accountId: ["accountId"],
};

/** The kinds of message restricted to those about the place; a kind that names no such place stays as it is. */
export function kindsAt(
  kinds: readonly MessageKind[],
  scope: FilterPolicyScope,
  place: Place,
): readonly MessageKind[] {
  const keys = scope === "MessageBody" ? BODY_KEYS[place.key] : [place.key];
  const sorts: Domain["sorts"] = [{ kind: "closed", values: [place.value] }];
  const certain: Domain = { sorts, mayBeAbsent: false };
  const uncertain: Domain = { sorts, mayBeAbsent: true };
  return kinds.map((kind) => ({
    ...kind,
    domainOf: (path) => {
      const domain = kind.domainOf(path);
      if (!keys.includes(path) || !isCarried(domain)) return domain;
      return domain.mayBeAbsent ? uncertain : certain;
    },
  }));
}

/** Whether messages of the type can name such a place. */
export function namesPlace(type: NotificationType, { key }: Place): boolean {
  return attributesOf(type).some(({ name }) => name === key);
}
