import type { ReportFigures } from "../figures.ts";

export type ReportKind = "report" | "heartbeat" | "test";

export type RenderOptions = {
  /** What the deployment is called, such as "production"; empty: the topics' names. */
  label: string;
  kind: ReportKind;
  /** Without a slash at its end. */
  consoleUrl: string;
  /** Of the recipient; null where there is none to unsubscribe, as in a preview. */
  unsubscribeUrl: string | null;
};

export type RenderedReport = { subject: string; html: string; text: string };

/** A report as a mail: its subject, and its body as HTML and as plain text. Pure but for being asynchronous. */
export async function renderReport(
  _figures: ReportFigures,
  _options: RenderOptions,
): Promise<RenderedReport> {
  throw new Error("Reports are not rendered yet.");
}
