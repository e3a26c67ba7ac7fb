import type { Condition } from "./condition.ts";
import { attributeFields, bodyFields, type Field, type Fields, type Position } from "./fields.ts";
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

/** A way in which keys are met: for each array it relies on, by its number, the element. */
type Way = ReadonlyMap<number, number>;

/** A branch that takes more, a second or so, is taken as not met. How far AWS goes for such a body is not documented. */
const MOST_STEPS = 5_000_000;

/**
 * Whether the fields meet every key of a branch. Walks the keys in alphabetical order, as the engine does, and keeps
 * every distinct way in which the keys so far can be met. The order decides for `exists: false`: a field counts as
 * there only if it fits the elements chosen before.
 */
export function isMet(branch: Branch, fields: Fields): boolean {
  const keys = [...branch].sort(([a], [b]) => (a < b ? -1 : 1));
  const work = { left: MOST_STEPS };
  let ways: Way[] = [new Map()];
  for (const [index, [path, { conditions }]] of keys.entries()) {
    if (fields.unreadable.has(path)) return false;
    const own = fields.byPath.get(path) ?? [];
    const admitted = byRoot(own.filter(({ value }) => conditions.some((one) => admitsValue(one, value))));
    const all = conditions.some(({ kind }) => kind === "absent") ? byRoot(own) : null;
    const later = arraysOf(keys.slice(index + 1), fields);
    const onward = new Map<string, Way>();
    for (const way of ways)
      for (const next of nextWays(way, admitted, all, later, work)) {
        if (work.left < 0) return false;
        if (index === keys.length - 1) return true;
        onward.set([...next].join(" "), next);
      }
    if (onward.size === 0 || work.left < 0) return false;
    ways = [...onward.values()];
  }
  return true;
}

function* nextWays(
  way: Way,
  admitted: ByRoot,
  all: ByRoot | null,
  later: ReadonlySet<number>,
  work: { left: number },
): Generator<Way> {
  if (all && fitting(way, all, work).next().done) return yield kept(way, null, later, work);
  for (const position of fitting(way, admitted, work)) yield kept(way, position, later, work);
}

/** Positions by their outermost array and its element: of most a way needs only those in the element it has chosen. */
type ByRoot = ReadonlyMap<number, ReadonlyMap<number, readonly Position[]>>;

const NO_ARRAY = -1;

function byRoot(fields: readonly Field[]): ByRoot {
  const roots = new Map<number, Map<number, Position[]>>();
  for (const { position } of fields) {
    let root = position;
    while (root?.outer) root = root.outer;
    const { array, element } = root ?? { array: NO_ARRAY, element: 0 };
    const elements = roots.get(array) ?? new Map<number, Position[]>();
    roots.set(array, elements);
    const there = elements.get(element);
    if (there) there.push(position);
    else elements.set(element, [position]);
  }
  return roots;
}

/** The positions that want no other element of an array than the way has chosen. */
function* fitting(way: Way, roots: ByRoot, work: { left: number }): Generator<Position> {
  for (const [array, elements] of roots) {
    const chosen = way.get(array);
    const groups = chosen === undefined ? elements.values() : [elements.get(chosen) ?? []];
    for (const group of groups)
      for (const position of group) {
        if (work.left < 0) return;
        if (agrees(way, position, work)) yield position;
      }
  }
}

function agrees(way: Way, position: Position, work: { left: number }): boolean {
  work.left -= 1;
  for (let at = position; at; at = at.outer) {
    work.left -= 1;
    if ((way.get(at.array) ?? at.element) !== at.element) return false;
  }
  return true;
}

/**
 * The way that also relies on `position`, without arrays that no later key lies in: with them, ways through unrelated
 * arrays would multiply.
 */
function kept(way: Way, position: Position, later: ReadonlySet<number>, work: { left: number }): Way {
  const pairs = [...way].filter(([array]) => later.has(array));
  for (let at = position; at; at = at.outer)
    if (later.has(at.array) && !way.has(at.array)) pairs.push([at.array, at.element]);
  work.left -= 4 * pairs.length;
  return new Map(pairs.sort(([a], [b]) => a - b));
}

function arraysOf(keys: readonly (readonly [string, KeyRule])[], fields: Fields): Set<number> {
  const arrays = new Set<number>();
  // what lies around a known array is known
  for (const [path] of keys)
    for (const { position } of fields.byPath.get(path) ?? [])
      for (let at = position; at && !arrays.has(at.array); at = at.outer) arrays.add(at.array);
  return arrays;
}

function admitsValue(condition: Condition, value: JsonScalar): boolean {
  return condition.kind === "present" && condition.admits(value);
}
