/** What is filed under one value. */
export class Slot {
  /** How many branches ask for the value. */
  mentions = 0;
  /** Runs of a residual, a count and so many handles: one array, because it is read from end to end. */
  readonly runs: number[] = [];
  private lastRun = 0;

  file(residual: number, handle: number): void {
    const { runs, lastRun } = this;
    if (runs[lastRun] !== residual) {
      this.lastRun = runs.length;
      runs.push(residual, 0);
    }
    runs[this.lastRun + 1] = (runs[this.lastRun + 1] ?? 0) + 1;
    runs.push(handle);
  }
}

/** Slots of affixes, found by cutting a text to each length that an affix has. */
export class AffixSlots {
  private readonly slots = new Map<string, Slot>();
  private readonly lengths = new Set<number>();
  private readonly cut: (text: string, length: number) => string;

  constructor(cut: (text: string, length: number) => string) {
    this.cut = cut;
  }

  slotOf(affix: string): Slot {
    this.lengths.add(affix.length);
    return slotIn(this.slots, affix);
  }

  addSlots(text: string, met: Slot[]): void {
    for (const length of this.lengths) {
      const slot = length <= text.length ? this.slots.get(this.cut(text, length)) : undefined;
      if (slot !== undefined) met.push(slot);
    }
  }
}

/** The slot under a key, made where it is missing. */
export function slotIn<Key>(slots: Map<Key, Slot>, key: Key): Slot {
  const known = slots.get(key);
  if (known !== undefined) return known;
  const slot = new Slot();
  slots.set(key, slot);
  return slot;
}
