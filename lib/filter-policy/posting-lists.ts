import type { Branch } from "./compile.ts";
import type { HandleSet } from "./handle-set.ts";
import { KeyIndex } from "./key-index.ts";
import type { Scalar } from "./policy.ts";
import { Slot } from "./slots.ts";

type ReadPath = (path: string) => readonly Scalar[] | undefined;

/** A key of a branch with the slots of its values, if it can be filed under them. */
type Part = {
  readonly key: KeyIndex;
  readonly conditions: Branch[number][1];
  readonly slots: readonly Slot[] | undefined;
};

/** A branch whose values are counted. */
export type CountedBranch = readonly Part[];

/** What a branch asks beside the value it is filed under. */
type Residual = readonly { readonly key: KeyIndex; readonly demand: number }[];

/**
 * Branches of policies of one scope, filed under the values of one key each: the key whose values are least likely
 * to be met, taking messages to have the values that policies ask for. Only a branch without a key of exact values,
 * prefixes or suffixes has to be looked at for every message.
 */
export class PostingLists {
  private readonly keys = new Map<string, KeyIndex>();
  private readonly unanchored = new Slot();
  private readonly residuals: Residual[] = [];
  private readonly residualNames = new Map<string, number>();
  private round = 0;

  get paths(): Iterable<string> {
    return this.keys.keys();
  }

  get isEmpty(): boolean {
    return this.keys.size === 0;
  }

  /** Counts what a branch asks for. Filing is the better the more branches have been counted. */
  count(branch: Branch): CountedBranch {
    return branch.map(([path, conditions]) => {
      const key = this.keyAt(path);
      return { key, conditions, slots: key.slotsFor(conditions) };
    });
  }

  /** Files a counted branch of the policy with this handle. */
  file(handle: number, branch: CountedBranch): void {
    const anchor = anchorOf(branch);
    const residual = this.residualOf(branch.filter((part) => part !== anchor));
    for (const slot of anchor?.slots ?? [this.unanchored]) slot.file(residual, handle);
  }

  /**
   * Adds to `hits` the policies with a branch that a message satisfies. `read` answers the values at one of the
   * message's paths: none when they cannot be read, undefined when the path counts as absent. With `orAbsent` every
   * key that may be absent counts as satisfied, so that the answer holds candidates.
   */
  match(paths: Iterable<string>, read: ReadPath, hits: HandleSet, orAbsent = false): void {
    this.round += 1;
    const slots = [this.unanchored];
    for (const path of paths) {
      const key = this.keys.get(path);
      const values = key && read(path);
      if (key === undefined || values === undefined) continue;
      key.face(this.round, values, orAbsent);
      key.addSlots(slots);
    }
    for (const { runs } of slots) this.collect(runs, hits);
  }

  private collect(runs: readonly number[], hits: HandleSet): void {
    let next = 0;
    while (next < runs.length) {
      const residual = runs[next] ?? 0;
      const end = next + 2 + (runs[next + 1] ?? 0);
      if (this.isMet(residual)) for (let at = next + 2; at < end; at += 1) hits.add(runs[at] ?? 0);
      next = end;
    }
  }

  private isMet(residual: number): boolean {
    for (const { key, demand } of this.residuals[residual] ?? [])
      if (!key.meets(demand, this.round)) return false;
    return true;
  }

  private keyAt(path: string): KeyIndex {
    const known = this.keys.get(path);
    if (known !== undefined) return known;
    const key = new KeyIndex(this.keys.size);
    this.keys.set(path, key);
    return key;
  }

  private residualOf(rest: CountedBranch): number {
    const demands = rest.map(({ key, conditions }) => ({ key, demand: key.demand(conditions) }));
    const name = demands.map(({ key, demand }) => `${key.number}.${demand}`).join();
    const known = this.residualNames.get(name);
    if (known !== undefined) return known;
    this.residualNames.set(name, this.residuals.length);
    return this.residuals.push(demands) - 1;
  }
}

/** The part whose values are met least often; none when no part can be filed. */
function anchorOf(branch: CountedBranch): Part | undefined {
  let best: Part | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const part of branch) {
    const likelihood = likelihoodOf(part);
    if (likelihood < least) {
      best = part;
      least = likelihood;
    }
  }
  return best;
}

function likelihoodOf({ key, slots }: Part): number {
  if (slots === undefined) return Number.POSITIVE_INFINITY;
  return slots.reduce((sum, { mentions }) => sum + mentions, 0) / key.mentions;
}
