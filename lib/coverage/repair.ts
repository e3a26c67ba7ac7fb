import type { ProductId } from "../catalog/index.ts";
import type { FilterPolicy } from "../filter-policy/index.ts";
import { correctionOf } from "./correction.ts";
import type { Flaw } from "./flaw.ts";
import { flawsOf } from "./flaws.ts";
import { removalOf } from "./removal.ts";
import { type Edit, rewrite } from "./rewrite.ts";
import { splitTypes } from "./split.ts";
import { type Survey, survey } from "./survey.ts";

/** A policy without flaws that asks for what was evidently meant, and what was done to it, a sentence each. */
export type Repair = { readonly policy: FilterPolicy; readonly sentences: readonly string[] };

/** A policy on the way to it. */
export type Step = Repair;

/** A change to the policy, and the sentence that asks for it. */
export type Fix = { readonly edit: Edit; readonly sentence: string };

/** Renaming a key can uncover wrong values, correcting these a contradiction, splitting it a leftover; not more. */
const ROUNDS = 5;

/**
 * The repair of a policy's flaws where it is evident. Corrects spelling first, then lets in types that are shut out,
 * and removes only what remains dead after that. Undefined when a flaw is left or nothing could be delivered.
 */
export function repairOf(policy: FilterPolicy, products: readonly ProductId[]): Repair | undefined {
  let repair: Repair = { policy, sentences: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const current = survey(repair.policy, products);
    const flaws = flawsOf(current);
    if (flaws.length === 0) return delivers(current) ? repair : undefined;
    const step = nextStep(current, flaws);
    if (step === undefined) return undefined;
    repair = { policy: step.policy, sentences: [...repair.sentences, ...step.sentences] };
  }
  return undefined;
}

function nextStep(current: Survey, flaws: readonly Flaw[]): Step | undefined {
  return (
    apply(current, flaws, correctionOf) ?? splitTypes(current, flaws) ?? apply(current, flaws, removalOf)
  );
}

function apply(
  current: Survey,
  flaws: readonly Flaw[],
  fixOf: (survey: Survey, flaw: Flaw, flaws: readonly Flaw[]) => Fix | undefined,
): Step | undefined {
  const fixes = flaws.map((flaw) => fixOf(current, flaw, flaws)).filter((fix) => fix !== undefined);
  const policy =
    fixes.length === 0
      ? undefined
      : rewrite(
          current.policy,
          fixes.map(({ edit }) => edit),
        );
  return policy && { policy, sentences: [...new Set(fixes.map(({ sentence }) => sentence))] };
}

function delivers({ kinds, shareOf }: Survey): boolean {
  return kinds.some((kind) => kind.type !== null && shareOf(kind) !== "none");
}
