import { isNotificationType, type NotificationType, notificationTypes } from "../catalog/index.ts";
import type { PolicyEntry } from "../filter-policy/index.ts";
import type { Leaf } from "./conjunctions.ts";
import type { Flaw } from "./flaw.ts";
import { listWords } from "./list-words.ts";
import type { Reason } from "./reason.ts";
import type { Step } from "./repair.ts";
import { withEntries } from "./rewrite.ts";
import type { Survey } from "./survey.ts";

/** Why a type that is published is kept out by another key. */
const SHUT_OUT = new Set<Reason["kind"]>(["notCarried", "alwaysCarried", "contradiction"]);

/**
 * Lets listed types that other keys shut out pass beside the rest, by a `$or` with one alternative for each set of
 * keys that shuts types out: everything that is delivered now still is. Undefined when that is not what is wrong, or
 * does not fit into SNS's limits.
 */
export function splitTypes(survey: Survey, flaws: readonly Flaw[]): Step | undefined {
  const { policy } = survey;
  const typeLeaf = policy.entries.filter(isLeaf).find(({ key }) => key === "notificationType");
  if (typeLeaf === undefined || policy.scope === "MessageBody" || !policy.entries.every(isLeaf))
    return undefined;
  const others = policy.entries.filter((entry) => entry !== typeLeaf);
  const shutOut = flaws.flatMap(({ placed, index, reason }) => {
    const isOfType = placed.leaf === typeLeaf && SHUT_OUT.has(reason.kind);
    const condition = isOfType && index !== undefined ? typeLeaf.conditions[index] : undefined;
    const type = condition?.kind === "exact" ? condition.value : undefined;
    return typeof type === "string" && isNotificationType(type) ? [type] : [];
  });
  if (shutOut.length === 0) return undefined;
  const groups = new Map<string, { types: NotificationType[]; keep: readonly Leaf[] }>();
  for (const type of shutOut) {
    const keep = others.filter((leaf) => admitsType(survey, leaf, type));
    const id = keep.map(({ key }) => key).join();
    const group = groups.get(id) ?? { types: [], keep };
    group.types.push(type);
    groups.set(id, group);
  }
  const stays = typeLeaf.conditions.filter(
    (condition) => !(condition.kind === "exact" && shutOut.some((type) => type === condition.value)),
  );
  const branches = [
    policy.entries.map((entry) => (entry === typeLeaf ? { ...typeLeaf, conditions: stays } : entry)),
    ...[...groups.values()].map(({ types, keep }) => [asked(types), ...keep]),
  ];
  const repaired = withEntries(policy, [{ kind: "or", branches }]);
  return repaired && { policy: repaired, sentences: [sentence([...groups.values()], others)] };
}

function isLeaf(entry: PolicyEntry): entry is Leaf {
  return entry.kind === "leaf";
}

function admitsType(survey: Survey, leaf: Leaf, type: NotificationType): boolean {
  const placed = { leaf, path: leaf.key, place: leaf.key };
  return survey.kinds.some((kind) => kind.type === type && survey.read(placed, kind).share !== "none");
}

function asked(types: readonly NotificationType[]): Leaf {
  return {
    kind: "leaf",
    key: "notificationType",
    conditions: types.map((value) => ({ kind: "exact", value })),
  };
}

function sentence(
  groups: readonly { types: readonly NotificationType[]; keep: readonly Leaf[] }[],
  others: readonly Leaf[],
): string {
  const parts = groups.map(({ types, keep }) => {
    const labels = types.map((type) => notificationTypes[type].label);
    const keys = others.filter((leaf) => !keep.includes(leaf)).map(({ key }) => key);
    return `${listWords(labels, "and")} without the filter on ${listWords(keys, "and")}`;
  });
  return `Ask for ${listWords(parts, "and")}, and leave the rest as it is.`;
}
