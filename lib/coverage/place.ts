import { attributesOf, type NotificationType } from "../catalog/index.ts";
import type { FilterPolicyScope } from "../filter-policy/index.ts";
import { acceptsValue } from "./condition-share.ts";
import type { PlacedLeaf } from "./conjunctions.ts";
import { type Domain, isCarried } from "./domain.ts";
import { isAbsence } from "./key-reading.ts";
import type { MessageKind } from "./message-kinds.ts";
import type { Survey } from "./survey.ts";

/** One bucket or one account: what an administrator may be responsible for. */
export type Place = { readonly key: "bucket" | "accountId"; readonly value: string };

const BODY_KEYS: Readonly<Record<Place["key"], readonly string[]>> = {
  bucket: ["bucketName", "container"],
  accountId: ["accountId"],
};

/** The keys of a policy of the scope that look at such places. */
export function keysOf(scope: FilterPolicyScope, key: Place["key"]): readonly string[] {
  return scope === "MessageBody" ? BODY_KEYS[key] : [key];
}

/** The kinds of message restricted to those about the place; a kind that names no such place stays as it is. */
export function kindsAt(
  kinds: readonly MessageKind[],
  scope: FilterPolicyScope,
  place: Place,
): readonly MessageKind[] {
  const keys = keysOf(scope, place.key);
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

/** Whether a policy that was surveyed for all places admits messages of the kind from this one. */
export function admitsAt(survey: Survey, kind: MessageKind, place: Place): boolean {
  const keys = keysOf(survey.policy.scope, place.key);
  const admits = (placed: PlacedLeaf | undefined) => {
    if (placed === undefined || !isCarried(kind.domainOf(placed.path))) return true;
    const { conditions } = placed.leaf;
    if (conditions.some((condition) => acceptsValue(condition, place.value))) return true;
    return kind.domainOf(placed.path).mayBeAbsent && conditions.some(isAbsence);
  };
  return survey.conjunctions.some(
    (way) => survey.isLive(way, kind) && keys.every((key) => admits(way.leaves.get(key))),
  );
}
