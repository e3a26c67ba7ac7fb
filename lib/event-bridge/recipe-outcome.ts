import type { StepKind } from "./recipe-plan.ts";

/** What became of one step. `left`: made by this run and not undone, although a later step failed. */
export type StepOutcome = {
  kind: StepKind;
  state: "present" | "made" | "different" | "failed" | "undone" | "left" | "not-begun";
  /** Why, where something is different, failed or left. */
  reason?: string;
};

export type RecipeOutcome = {
  /** `refused`: something different is there, so nothing was made. `failed`: what was made was undone as far as said. */
  kind: "done" | "refused" | "failed";
  steps: StepOutcome[];
  /** AWS's request id of the failure. */
  requestId?: string | undefined;
};
