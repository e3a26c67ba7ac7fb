import "server-only";
import type { ReportFigures } from "./figures.ts";
import type { ReportWindow } from "./window.ts";

export type FiguresRequest = {
  window: ReportWindow;
  /** Ids of the topics it is about; those no longer managed are left out. */
  topicIds: readonly string[];
  /** Leaves out object keys and who uploaded them. */
  isPrivate: boolean;
  now: Date;
};

/** The figures of a report, from rollups and the rows of problems alone. Reads only. */
export function collectFigures(_request: FiguresRequest): ReportFigures {
  throw new Error("Figures are not collected yet.");
}
