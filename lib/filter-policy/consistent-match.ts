import type { Element, Field, Fields } from "./body-fields.ts";
import type { CompiledBranch } from "./compile.ts";
import { type Choice, Places } from "./places.ts";
import type { Steps } from "./steps.ts";

/** How a key of a branch was satisfied. */
export type Witness = "value" | "absence";

const NONE: readonly Field[] = [];

/** What a state costs beside the places it looks at: it is written down, so that it is decided once. */
const STEPS_OF_A_STATE = 50;

/**
 * Finds values for all keys of the branch such that keys that reach into the same array take them from the same
 * element: how each key is satisfied, in the branch's order, or undefined when that is impossible. As in AWS's
 * engine keys are decided in path order, and `exists: false` asks for the absence of the key only in the
 * elements chosen so far. Undefined too once the steps are spent: then it is not known.
 */
export function findWitnesses(
  branch: CompiledBranch,
  fieldsAt: Fields,
  steps: Steps,
): readonly Witness[] | undefined {
  for (const [path, test] of branch) {
    const fields = fieldsAt.get(path) ?? NONE;
    if (!test.acceptsAbsence && !fields.some(({ value }) => test.accepts(value))) return undefined;
  }
  const keys = branch.map(([path, test]) => {
    const fields = fieldsAt.get(path) ?? NONE;
    const accepted = new Places(fields.filter(({ value }) => test.accepts(value)));
    return { acceptsAbsence: test.acceptsAbsence, accepted, all: new Places(fields) };
  });
  // where the keys behind one can be met, or must not be
  const later = keys.map((_, index) =>
    keys
      .slice(index + 1)
      .flatMap(({ accepted, all, acceptsAbsence }) => [accepted, ...(acceptsAbsence ? [all] : [])]),
  );
  const laterArrays = later.map((places) => new Set(places.flatMap((each) => each.arrays())));
  const witnesses: Witness[] = [];
  const failed = new Set<string>();

  function decide(index: number, chosen: Choice): boolean {
    steps.take(STEPS_OF_A_STATE);
    // before anything else: no place that was not looked for counts as absent
    if (steps.areSpent) return false;
    const key = keys[index];
    if (key === undefined) return true;
    const state = `${index}:${chosen.map((element) => `${element.array}.${element.index}`)}`;
    if (failed.has(state)) return false;
    failed.add(state);
    witnesses[index] = "value";
    for (const place of key.accepted.agreeing(chosen, steps))
      if (decide(index + 1, choose(index, chosen, place))) return true;
    witnesses[index] = "absence";
    const isAbsent = key.acceptsAbsence && key.all.agreeing(chosen, steps).next().done === true;
    return isAbsent && decide(index + 1, choose(index, chosen, undefined));
  }

  /** The choice with a place added, as far as it matters to the keys behind: without the rest most states coincide. */
  function choose(index: number, chosen: Choice, place: Element | undefined): Choice {
    const arrays = laterArrays[index] ?? NO_ARRAYS;
    const next: Element[] = [];
    for (const element of place === undefined ? chosen : [...chosen, place]) {
      const within = innermostIn(arrays, element, steps);
      if (within === undefined) continue;
      const isMet = later[index]?.some((places) => places.reach(within));
      next.push(isMet ? within : { ...within, index: ANY_IDLE });
    }
    return next;
  }

  return decide(0, []) ? witnesses : undefined;
}

/** In place of an element that no later key reaches: all such elements of an array are alike. */
const ANY_IDLE = -1;
const NO_ARRAYS: ReadonlySet<number> = new Set();

/** The innermost element around a place that lies in one of the arrays; with an array come those it lies in. */
function innermostIn(arrays: ReadonlySet<number>, place: Element, steps: Steps): Element | undefined {
  let element: Element | undefined = place;
  for (; element !== undefined && !arrays.has(element.array); element = element.outer) steps.take();
  return element;
}
