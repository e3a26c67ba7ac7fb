import type { NotificationType } from "../catalog/index.ts";
import type { Conjunction, PlacedLeaf } from "./conjunctions.ts";
import { isCarried } from "./domain.ts";
import { isAbsence } from "./key-reading.ts";
import type { MessageKind } from "./message-kinds.ts";
import type { Reason } from "./reason.ts";
import type { Survey } from "./survey.ts";

/** Why a key rejects all messages of some kinds, which another key (`rival`) insists on. */
export function whyApart({ leaf, path }: PlacedLeaf, homes: readonly MessageKind[], rival: string): Reason {
  const types = typesAmong(homes);
  if (types.length > 0) {
    if (leaf.conditions.every(isAbsence)) return { kind: "alwaysCarried", key: path, types };
    if (!homes.some((kind) => isCarried(kind.domainOf(path))))
      return { kind: "notCarried", key: path, types };
  }
  return { kind: "contradiction", with: rival };
}

function typesAmong(kinds: readonly MessageKind[]): NotificationType[] {
  return [...new Set(kinds.map(({ type }) => type))].filter((type) => type !== null);
}

/** Why a condition that some messages satisfy contributes nothing: what else the conjunction asks of just those. */
export function whyBlocked(
  survey: Survey,
  leaves: Conjunction["leaves"],
  placed: PlacedLeaf,
  index: number,
): Reason {
  const homes = survey.kinds.filter((kind) => survey.read(placed, kind).alive[index]);
  const blocks = (other: PlacedLeaf, kind: MessageKind) => survey.read(other, kind).share === "none";
  const others = [...leaves.values()].filter((other) => other.leaf !== placed.leaf);
  const blocker =
    others.find((other) => homes.every((kind) => blocks(other, kind))) ??
    others.find((other) => homes.some((kind) => blocks(other, kind)));
  if (blocker === undefined) return { kind: "overruled" };
  if (blocker.path !== "notificationType") return whyApart(blocker, homes, placed.path);
  const chosen = survey.kinds.filter((kind) => !blocks(blocker, kind));
  const [condition] = placed.leaf.conditions.slice(index);
  const alone = condition ? [condition] : [];
  return whyApart({ ...placed, leaf: { ...placed.leaf, conditions: alone } }, chosen, blocker.path);
}
