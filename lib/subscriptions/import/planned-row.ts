import type { VERDICTS } from "../constants.ts";
import type { Exported } from "../export/exported.ts";

type Verdict = (typeof VERDICTS)[number];

/**
 * new        can be made
 * again      was here and was lost; can be made again
 * same       is here with this filter
 * different  is here with another filter, which an import leaves as it is
 * taken      AWS would refuse the endpoint for now
 * twice      stands further up in the document
 * invalid    cannot be made as it stands
 */
export type PlanState = "new" | "again" | "same" | "different" | "taken" | "twice" | "invalid";

export type PlannedRow = {
  /** Its place in the document. */
  key: string;
  imported: Exported;
  state: PlanState;
  /** What the state means for this one. */
  explanation: string;
  typesText: string;
  summary: string;
  verdict: Verdict;
  sentence: string;
};

/** No message that anybody waits for would ever arrive. */
export function isFutile({ verdict }: { verdict: Verdict }): boolean {
  return verdict === "never" || verdict === "alarmOnly";
}

/** Whether an import of the row would make something. */
export function isImportable({ state }: { state: PlanState }): boolean {
  return state === "new" || state === "again";
}
