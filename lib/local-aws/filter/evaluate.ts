import type { Condition } from "./condition.ts";
import { attributeFields, bodyFields, type Fields, type Position } from "./fields.ts";
import type { JsonScalar } from "./json.ts";
import { type Branch, type FilterPolicyScope, type KeyRule, readPolicy } from "./policy.ts";
import { FilterPolicyProblem } from "./problem.ts";
import { remember } from "./remember.ts";

const branchesOf = {
  MessageAttributes: remember((text) => readOrNone(text, "MessageAttributes")),
  MessageBody: remember((text) => readOrNone(text, "MessageBody")),
};

/**
 * Whether a subscription with this filter policy gets the message. Answers like AWS's engine
 * (https://github.com/aws/event-ruler), array consistency included: keys below an array of objects must be met
 * within one element. An empty policy admits everything, an unreadable one nothing. Never throws.
 */
export function filterAdmits(
  policyText: string,
  scope: FilterPolicyScope,
  message: { attributes: Record<string, { Type: string; Value: string }>; body: string },
): boolean {
  const branches = branchesOf[scope](policyText);
  if (branches.some((branch) => branch.size === 0)) return true;
  const fields = scope === "MessageBody" ? bodyFields(message.body) : attributeFields(message.attributes);
  return fields !== null && branches.some((branch) => isMet(branch, fields));
}

function readOrNone(text: string, scope: FilterPolicyScope): readonly Branch[] {
  try {
    return readPolicy(text, scope);
  } catch (error) {
    if (error instanceof FilterPolicyProblem) return [];
    throw error;
  }
}

/**
 * Whether the fields meet every key of a branch. Walks the keys in alphabetical order, as the engine does, and keeps every distinct way in which the keys so
 * far can be met. A way is the array elements it relies on. The order decides for `exists: false`: a field
 * counts as there only if it fits the elements chosen before.
 */
export function isMet(branch: Branch, fields: Fields): boolean {
  const keys = [...branch].sort(([a], [b]) => (a < b ? -1 : 1));
  let ways: Position[] = [new Map()];
  for (const [index, [path, { conditions }]] of keys.entries()) {
    if (fields.unreadable.has(path)) return false;
    const own = fields.byPath.get(path) ?? [];
    const admitted = own.filter(({ value }) => conditions.some((one) => admitsValue(one, value)));
    const mayBeAbsent = conditions.some(({ kind }) => kind === "absent");
    const onward = ways.flatMap((way) => {
      if (mayBeAbsent && own.every(({ position }) => join(way, position) === null)) return [way];
      return admitted.flatMap(({ position }) => join(way, position) ?? []);
    });
    if (onward.length === 0) return false;
    ways = distinct(onward, arraysOf(keys.slice(index + 1), fields));
  }
  return true;
}

function admitsValue(condition: Condition, value: JsonScalar): boolean {
  return condition.kind === "present" && condition.admits(value);
}

/** The way that also relies on `position`, or null if they want different elements of one array. */
function join(way: Position, position: Position): Position | null {
  for (const [array, element] of position) {
    const chosen = way.get(array);
    if (chosen !== undefined && chosen !== element) return null;
  }
  return position.size === 0 ? way : new Map([...way, ...position]);
}

/** Forgets arrays that no later key lies in: without this, ways through unrelated arrays would multiply. */
function distinct(ways: readonly Position[], arrays: ReadonlySet<number>): Position[] {
  const byText = new Map<string, Position>();
  for (const way of ways) {
    const kept = [...way].filter(([array]) => arrays.has(array)).sort(([a], [b]) => a - b);
    byText.set(kept.join(" "), new Map(kept));
  }
  return [...byText.values()];
}

function arraysOf(keys: readonly (readonly [string, KeyRule])[], fields: Fields): Set<number> {
  const positions = keys.flatMap(([path]) => fields.byPath.get(path) ?? []);
  return new Set(positions.flatMap(({ position }) => [...position.keys()]));
}
