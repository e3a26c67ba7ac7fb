/** A set of small numbers that is emptied in ascending order: one bit each, and one bit for every 32 of those. */
export class HandleSet {
  private words = new Uint32Array(32);
  private summary = new Uint32Array(1);

  /** Makes room for numbers below `size`; call it while the set is empty. */
  reserve(size: number): void {
    if (size <= this.words.length * 32) return;
    this.summary = new Uint32Array(2 ** Math.ceil(Math.log2(size / 1024)));
    this.words = new Uint32Array(this.summary.length * 32);
  }

  add(handle: number): void {
    const word = handle >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (handle & 31));
    this.summary[word >>> 5] = (this.summary[word >>> 5] ?? 0) | (1 << (word & 31));
  }

  /** Takes all numbers out, the smallest first. */
  drain(take: (handle: number) => void): void {
    const { words, summary } = this;
    for (let at = 0; at < summary.length; at += 1) {
      let open = summary[at] ?? 0;
      if (open === 0) continue;
      summary[at] = 0;
      for (; open !== 0; open &= open - 1) {
        const word = at * 32 + lowestBit(open);
        const first = word * 32;
        for (let bits = words[word] ?? 0; bits !== 0; bits &= bits - 1) take(first + lowestBit(bits));
        words[word] = 0;
      }
    }
  }
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
