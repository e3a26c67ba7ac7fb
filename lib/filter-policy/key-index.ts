import { compileConditions, type KeyTest } from "./compile-conditions.ts";
import { parseAddress } from "./ip-address.ts";
import type { Condition, Scalar } from "./policy.ts";
import { AffixSlots, type Slot, slotIn } from "./slots.ts";

const NO_ANSWERS: Uint8Array = new Uint8Array(0);
const UNASKED = 0;
const MET = 1;
const FAILED = 2;

/** What the answers about past values may take; a key that has few values in few messages never fills it. */
const REMEMBERED_BYTES = 4_000_000;

/** One key of many policies: what is filed under its values, and what it demands of a message beside that. */
export class KeyIndex {
  readonly number: number;
  /** How many times branches ask for a value of this key. */
  mentions = 0;
  private readonly exact = new Map<Scalar, Slot>();
  private readonly prefixes = new AffixSlots((text, length) => text.slice(0, length));
  private readonly suffixes = new AffixSlots((text, length) => text.slice(text.length - length));
  private readonly demands = new Map<string, number>();
  private readonly tests: KeyTest[] = [];
  /** For single values seen before, undefined for none: the answer to each demand, as far as it was asked. */
  private readonly remembered = new Map<Scalar | undefined, Uint8Array>();
  private round = -1;
  private values: readonly Scalar[] = [];
  private isAbsent = true;
  private answers = NO_ANSWERS;

  constructor(number: number) {
    this.number = number;
  }

  /** The slots of the conditions, when a value in one of them is all that satisfies them; made where missing. */
  slotsFor(conditions: readonly Condition[]): readonly Slot[] | undefined {
    if (!conditions.every(isFileable)) return undefined;
    this.mentions += conditions.length;
    return conditions.map((condition) => {
      const slot = this.slotOf(condition);
      slot.mentions += 1;
      return slot;
    });
  }

  /** The number of a demand, the same for equal conditions. */
  demand(conditions: readonly Condition[]): number {
    const name = conditions.map(nameOf).join("");
    const known = this.demands.get(name);
    if (known !== undefined) return known;
    this.remembered.clear();
    this.demands.set(name, this.tests.length);
    return this.tests.push(compileConditions(conditions)) - 1;
  }

  /**
   * Takes what the message of a round has here: nothing (undefined), or values, of which there are none when they
   * cannot be read. With `orAbsent` the key counts as absent too.
   */
  face(round: number, values: readonly Scalar[] | undefined, orAbsent = false): void {
    this.round = round;
    this.values = values ?? [];
    this.isAbsent = orAbsent || values === undefined;
    this.answers = this.rememberedFor(values, orAbsent) ?? new Uint8Array(this.tests.length);
  }

  /** Adds the slots that the message's values lead to. */
  addSlots(met: Slot[]): void {
    for (const value of this.values) {
      const slot = this.exact.get(value);
      if (slot !== undefined) met.push(slot);
      if (typeof value !== "string") continue;
      this.prefixes.addSlots(value, met);
      this.suffixes.addSlots(value, met);
    }
  }

  /** Whether the message of the round meets the demand; one that has not been faced lacks the key. */
  meets(demand: number, round: number): boolean {
    if (this.round !== round) this.face(round, undefined);
    const known = this.answers[demand];
    if (known !== UNASKED) return known === MET;
    const test = this.tests[demand];
    const isMet =
      test !== undefined && ((this.isAbsent && test.acceptsAbsence) || this.values.some(test.accepts));
    this.answers[demand] = isMet ? MET : FAILED;
    return isMet;
  }

  /** The answers that depend on a single value, or on its absence, alone. */
  private rememberedFor(values: readonly Scalar[] | undefined, orAbsent: boolean): Uint8Array | undefined {
    if (values !== undefined && (values.length !== 1 || orAbsent)) return undefined;
    if (this.tests.length === 0) return NO_ANSWERS;
    const value = values?.[0];
    const known = this.remembered.get(value);
    if (known !== undefined) return known;
    if (this.remembered.size * this.tests.length > REMEMBERED_BYTES) this.remembered.clear();
    const answers = new Uint8Array(this.tests.length);
    this.remembered.set(value, answers);
    return answers;
  }

  private slotOf(condition: Fileable): Slot {
    switch (condition.kind) {
      case "exact":
        return slotIn(this.exact, condition.value);
      case "prefix":
        return this.prefixes.slotOf(condition.value);
      case "suffix":
        return this.suffixes.slotOf(condition.value);
      default:
        return condition satisfies never;
    }
  }
}

type Fileable = Extract<Condition, { kind: "exact" | "prefix" | "suffix" }>;

/** IP addresses are equal to their other spellings too, and letters of either case to more than one text. */
function isFileable(condition: Condition): condition is Fileable {
  if (condition.kind === "exact")
    return typeof condition.value !== "string" || parseAddress(condition.value) === undefined;
  return (condition.kind === "prefix" || condition.kind === "suffix") && !condition.ignoreCase;
}

/** Differs for conditions that differ: a text is preceded by its length, so that none looks like two. */
function nameOf(condition: Condition): string {
  return condition.kind === "exact" && typeof condition.value === "string"
    ? `${condition.value.length}:${condition.value}`
    : JSON.stringify(condition);
}
