import type { Field, Membership } from "./body-fields.ts";
import type { Branch } from "./compile.ts";
import type { KeyTest } from "./compile-conditions.ts";

type Candidates = {
  readonly test: KeyTest;
  readonly fields: readonly Field[];
  readonly accepted: readonly Field[];
};

/**
 * Whether values can be found for all keys of the branch such that keys that reach into the same array take
 * them from the same element. As in AWS's engine keys are decided in path order, and `exists: false` asks for
 * the absence of the key only in the elements chosen so far.
 */
export function satisfies(branch: Branch, fieldsAt: ReadonlyMap<string, readonly Field[]>): boolean {
  const keys = branch.map(([path, test]) => candidatesFor(test, fieldsAt.get(path) ?? []));
  if (keys.some(({ test, accepted }) => accepted.length === 0 && !test.acceptsAbsence)) return false;
  const reach = keys.map((_, index) => arraysOf(keys.slice(index)));
  const failed = new Set<string>();

  function decide(index: number, chosen: Membership): boolean {
    const key = keys[index];
    if (key === undefined) return true;
    // elements chosen in arrays that no later key reaches cannot matter: without them most states coincide
    const state = `${index}:${[...chosen].filter(([array]) => reach[index]?.has(array)).join(";")}`;
    if (failed.has(state)) return false;
    failed.add(state);
    const { test, fields, accepted } = key;
    for (const { membership } of accepted)
      if (agree(chosen, membership) && decide(index + 1, new Map([...chosen, ...membership]))) return true;
    const isAbsent = test.acceptsAbsence && !fields.some(({ membership }) => agree(chosen, membership));
    return isAbsent && decide(index + 1, chosen);
  }

  return decide(0, new Map());
}

function candidatesFor(test: KeyTest, fields: readonly Field[]): Candidates {
  return { test, fields, accepted: fields.filter(({ value }) => test.accepts(value)) };
}

function arraysOf(keys: readonly Candidates[]): Set<number> {
  return new Set(keys.flatMap(({ fields }) => fields.flatMap(({ membership }) => [...membership.keys()])));
}

/** Whether two places name no different elements of one array. */
function agree(a: Membership, b: Membership): boolean {
  for (const [array, index] of b) if ((a.get(array) ?? index) !== index) return false;
  return true;
}
