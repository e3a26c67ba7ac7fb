import type { Element, Field, Fields } from "./body-fields.ts";
import type { CompiledBranch } from "./compile.ts";
import { type Choice, Places } from "./places.ts";

/** How a key of a branch was satisfied. */
export type Witness = "value" | "absence";

const NONE: readonly Field[] = [];

/** Whether a branch is satisfied: `findWitnesses` without saying how. */
export function satisfies(branch: CompiledBranch, fieldsAt: Fields): boolean {
  return findWitnesses(branch, fieldsAt) !== undefined;
}

/**
 * Finds values for all keys of the branch such that keys that reach into the same array take them from the same
 * element: how each key is satisfied, in the branch's order, or undefined when that is impossible. As in AWS's
 * engine keys are decided in path order, and `exists: false` asks for the absence of the key only in the
 * elements chosen so far.
 */
export function findWitnesses(branch: CompiledBranch, fieldsAt: Fields): readonly Witness[] | undefined {
  for (const [path, test] of branch) {
    const fields = fieldsAt.get(path) ?? NONE;
    if (!test.acceptsAbsence && !fields.some(({ value }) => test.accepts(value))) return undefined;
  }
  const keys = branch.map(([path, test]) => {
    const fields = fieldsAt.get(path) ?? NONE;
    const accepted = new Places(fields.filter(({ value }) => test.accepts(value)));
    return { acceptsAbsence: test.acceptsAbsence, accepted, all: new Places(fields) };
  });
  const laterArrays = keys.map(
    (_, index) => new Set(keys.slice(index + 1).flatMap(({ all }) => all.arrays())),
  );
  const witnesses: Witness[] = [];
  const failed = new Set<string>();

  function decide(index: number, chosen: Choice): boolean {
    const key = keys[index];
    const later = laterArrays[index];
    if (key === undefined || later === undefined) return true;
    const state = `${index}:${[...chosen.values()].map((element) => `${element.array}.${element.index}`)}`;
    if (failed.has(state)) return false;
    failed.add(state);
    witnesses[index] = "value";
    for (const place of key.accepted.agreeing(chosen))
      if (decide(index + 1, choose(chosen, place, later))) return true;
    witnesses[index] = "absence";
    const isAbsent = key.acceptsAbsence && key.all.agreeing(chosen).next().done === true;
    return isAbsent && decide(index + 1, choose(chosen, undefined, later));
  }

  return decide(0, new Map()) ? witnesses : undefined;
}

/** The choice with a place added, less the arrays that no later key reaches: without them most states coincide. */
function choose(chosen: Choice, place: Element | undefined, later: ReadonlySet<number>): Choice {
  const next = new Map<number, Element>();
  if (later.size === 0) return next;
  for (const [array, element] of chosen) if (later.has(array)) next.set(array, element);
  for (let element = place; element !== undefined && !next.has(element.array); element = element.outer)
    if (later.has(element.array)) next.set(element.array, element);
  return next;
}
