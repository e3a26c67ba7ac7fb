import type { Condition } from "../filter-policy/index.ts";
import { acceptsValue, bestShare } from "./condition-share.ts";
import type { Conjunction } from "./conjunctions.ts";
import type { Domain } from "./domain.ts";
import { isAbsence } from "./key-reading.ts";
import type { MessageKind } from "./message-kinds.ts";
import type { Survey } from "./survey.ts";

/** Whether one message of a kind can match both policies; two patterns for one text are taken to meet. */
export function policiesMeet(a: Survey, kindA: MessageKind, b: Survey, kindB: MessageKind): boolean {
  if (a.policy.scope !== b.policy.scope) return true;
  const waysA = a.conjunctions.filter((way) => a.isLive(way, kindA));
  const waysB = b.conjunctions.filter((way) => b.isLive(way, kindB));
  return waysA.some((wayA) => waysB.some((wayB) => conjunctionsMeet(wayA, wayB, kindA)));
}

function conjunctionsMeet(a: Conjunction, b: Conjunction, kind: MessageKind): boolean {
  return [...a.leaves].every(([path, { leaf }]) => {
    const other = b.leaves.get(path);
    return other === undefined || conditionsMeet(leaf.conditions, other.leaf.conditions, kind.domainOf(path));
  });
}

function conditionsMeet(a: readonly Condition[], b: readonly Condition[], domain: Domain): boolean {
  if (domain.mayBeAbsent && a.some(isAbsence) && b.some(isAbsence)) return true;
  const possible = (conditions: readonly Condition[]) =>
    conditions.filter((condition) => bestShare(condition, domain.sorts) !== "none");
  const others = possible(b);
  return possible(a).some((one) => others.some((other) => valuesMeet(one, other, domain)));
}

function valuesMeet(a: Condition, b: Condition, { sorts }: Domain): boolean {
  if (a.kind === "exact") return acceptsValue(b, a.value);
  if (b.kind === "exact") return acceptsValue(a, b.value);
  return sorts.some((sort) =>
    sort.kind === "closed"
      ? sort.values.some((value) => acceptsValue(a, value) && acceptsValue(b, value))
      : true,
  );
}
