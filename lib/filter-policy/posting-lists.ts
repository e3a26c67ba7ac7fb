import type { Branch } from "./compile.ts";
import { compileConditions, type KeyTest } from "./compile-conditions.ts";
import { parseAddress } from "./ip-address.ts";
import type { Condition, Scalar } from "./policy.ts";

/** The values of a message by path: a path it lacks is missing, one that cannot be read is undefined. */
export type MessageValues = ReadonlyMap<string, readonly Scalar[] | undefined>;

/** The answer about the message of one round: each question is asked once a message, however many policies ask it. */
type Answer = { round: number; held: boolean };

/** What one key demands. */
type Demand = Answer & { readonly path: string; readonly test: KeyTest };

/** The demands a branch makes beside the value it is filed under. */
type Residual = Answer & { readonly demands: readonly Demand[] };

/** The branches that are filed under one value and leave the same residual. */
type Group = { readonly residual: Residual; readonly handles: number[] };

/** What is filed under one value; most values have few groups, and only many are worth a map. */
type Slot = { readonly groups: Group[]; byResidual?: Map<Residual, Group> };

const MANY_GROUPS = 16;

/** How often policies name each exact value of a path, and how often any. */
type Mentions = { total: number; readonly byValue: Map<Scalar, number> };

/**
 * Branches of policies of one scope, filed under the values of one key each: the key whose values are least likely
 * to be met, taking messages to have the values that policies ask for. Only a branch without a key of exact values
 * has to be looked at for every message.
 */
export class PostingLists {
  readonly paths = new Set<string>();
  private readonly mentions: ReadonlyMap<string, Mentions>;
  private readonly slots = new Map<string, Map<Scalar, Slot>>();
  private readonly unanchored: Slot = { groups: [] };
  private readonly demands = new Map<string, { id: number; demand: Demand }>();
  private readonly residuals = new Map<string, Residual>();
  private round = 0;

  /** `expected` are the branches to be filed, as far as known; others may follow. */
  constructor(expected: Iterable<Branch>) {
    this.mentions = mentionsIn(expected);
  }

  get isEmpty(): boolean {
    return this.paths.size === 0;
  }

  /** Files one branch of the policy with this handle. */
  file(handle: number, branch: Branch): void {
    for (const [path] of branch) this.paths.add(path);
    const anchor = this.anchorOf(branch);
    const residual = this.residualOf(branch.filter(([path]) => path !== anchor?.path));
    if (anchor === undefined) this.groupIn(this.unanchored, residual).handles.push(handle);
    else
      for (const value of anchor.values)
        this.groupIn(this.slotOf(anchor.path, value), residual).handles.push(handle);
  }

  /**
   * Adds to `hits` the handles of the policies with a branch that the values satisfy, some of them repeatedly. With
   * `orAbsent` a key that may be absent counts as satisfied whatever its values are: the answer then holds
   * candidates.
   */
  collect(message: MessageValues, hits: number[], orAbsent = false): void {
    this.round += 1;
    this.collectFrom(this.unanchored, message, hits, orAbsent);
    for (const [path, values] of message) {
      const slots = this.slots.get(path);
      if (slots === undefined || values === undefined) continue;
      for (const value of values) {
        const slot = slots.get(value);
        if (slot !== undefined) this.collectFrom(slot, message, hits, orAbsent);
      }
    }
  }

  private collectFrom(slot: Slot, message: MessageValues, hits: number[], orAbsent: boolean): void {
    for (const { residual, handles } of slot.groups) {
      if (residual.round !== this.round) {
        residual.round = this.round;
        residual.held = residual.demands.every((demand) => this.isMet(demand, message, orAbsent));
      }
      if (residual.held) for (const handle of handles) hits.push(handle);
    }
  }

  private isMet(demand: Demand, message: MessageValues, orAbsent: boolean): boolean {
    if (demand.round === this.round) return demand.held;
    const { accepts, acceptsAbsence } = demand.test;
    const values = message.get(demand.path);
    const isAbsent = orAbsent || !message.has(demand.path);
    demand.round = this.round;
    demand.held = (acceptsAbsence && isAbsent) || (values?.some(accepts) ?? false);
    return demand.held;
  }

  private anchorOf(branch: Branch): { path: string; values: ReadonlySet<Scalar> } | undefined {
    let best: { path: string; values: ReadonlySet<Scalar>; likelihood: number } | undefined;
    for (const [path, conditions] of branch) {
      const values = exactValues(conditions);
      if (values === undefined) continue;
      const likelihood = this.likelihoodOf(path, values);
      if (best === undefined || likelihood < best.likelihood) best = { path, values, likelihood };
    }
    return best;
  }

  private likelihoodOf(path: string, values: ReadonlySet<Scalar>): number {
    const mentions = this.mentions.get(path);
    let met = 0;
    for (const value of values) met += mentions?.byValue.get(value) ?? 1;
    return met / (mentions?.total ?? 1);
  }

  private slotOf(path: string, value: Scalar): Slot {
    const slots = this.slots.get(path) ?? new Map<Scalar, Slot>();
    this.slots.set(path, slots);
    const known = slots.get(value);
    if (known !== undefined) return known;
    const slot = { groups: [] };
    slots.set(value, slot);
    return slot;
  }

  private groupIn(slot: Slot, residual: Residual): Group {
    const known = slot.byResidual
      ? slot.byResidual.get(residual)
      : slot.groups.find((group) => group.residual === residual);
    if (known !== undefined) return known;
    const group = { residual, handles: [] };
    slot.groups.push(group);
    if (slot.byResidual) slot.byResidual.set(residual, group);
    else if (slot.groups.length > MANY_GROUPS)
      slot.byResidual = new Map(slot.groups.map((one) => [one.residual, one]));
    return group;
  }

  private residualOf(rest: Branch): Residual {
    const demands = rest.map(([path, conditions]) => this.demandOf(path, conditions));
    const name = demands.map(({ id }) => id).join();
    const known = this.residuals.get(name);
    if (known !== undefined) return known;
    const residual = { demands: demands.map(({ demand }) => demand), round: 0, held: false };
    this.residuals.set(name, residual);
    return residual;
  }

  private demandOf(path: string, conditions: readonly Condition[]): { id: number; demand: Demand } {
    const name = JSON.stringify([path, conditions]);
    const known = this.demands.get(name);
    if (known !== undefined) return known;
    const demand = { path, test: compileConditions(conditions), round: 0, held: false };
    const numbered = { id: this.demands.size, demand };
    this.demands.set(name, numbered);
    return numbered;
  }
}

function mentionsIn(branches: Iterable<Branch>): ReadonlyMap<string, Mentions> {
  const mentioned = new Map<string, Mentions>();
  for (const branch of branches)
    for (const [path, conditions] of branch) {
      const mentions = mentioned.get(path) ?? { total: 0, byValue: new Map() };
      mentioned.set(path, mentions);
      for (const value of exactValues(conditions) ?? []) {
        mentions.total += 1;
        mentions.byValue.set(value, (mentions.byValue.get(value) ?? 0) + 1);
      }
    }
  return mentioned;
}

/** A key's values when it is satisfied by these and nothing else; IP addresses also are by their other spellings. */
function exactValues(conditions: readonly Condition[]): ReadonlySet<Scalar> | undefined {
  const values = new Set<Scalar>();
  for (const condition of conditions) {
    if (condition.kind !== "exact") return undefined;
    const { value } = condition;
    if (typeof value === "string" && parseAddress(value) !== undefined) return undefined;
    values.add(value);
  }
  return values;
}
