import type { PlacedBranch, PlacedLeaf } from "./conjunctions.ts";
import type { Reason } from "./reason.ts";

/** Something wrong with a policy, and where. Without `index` it is the key as a whole. */
export type Flaw = {
  /** `dead`: it never contributes to a delivery. `doubtful`: it may keep out what was wanted. */
  readonly effect: "dead" | "doubtful";
  readonly placed: PlacedLeaf;
  readonly index?: number;
  /** The widest alternative of a `$or` that the flaw makes useless altogether. */
  readonly branch?: PlacedBranch;
  readonly reason: Reason;
};
