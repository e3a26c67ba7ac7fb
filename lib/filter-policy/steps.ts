/**
 * How much work a question may cost. Keys that reach into several arrays can meet in as many ways as the lengths of
 * the arrays multiply to, and a body of 50 KB leaves millions: what has no end in sight is given up, and said to be.
 */
export class Steps {
  private left: number;
  private readonly from: Steps | undefined;

  /** At most so many, and no more than are left where they are taken from. */
  constructor(most: number, from?: Steps) {
    this.left = most;
    this.from = from;
  }

  take(count = 1): void {
    this.left -= count;
    this.from?.take(count);
  }

  get areSpent(): boolean {
    return this.left < 0 || this.from?.areSpent === true;
  }
}

/** For one policy: some tenths of a second. What the products publish takes thousands of times less. */
export const POLICY_STEPS = 6_000_000;

/** For all policies that are asked about one message. */
export const MESSAGE_STEPS = 4 * POLICY_STEPS;
