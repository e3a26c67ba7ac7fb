import { render } from "@react-email/render";
import type { ReportFigures } from "../figures.ts";
import { shortened } from "../shortened.ts";
import { ReportMail } from "./html/report-mail.tsx";
import { reportView } from "./report-view.ts";
import { reportText } from "./text/report-text.ts";
import type { RenderOptions } from "./view.ts";

export type { ReportKind } from "./subject.ts";
export type { RenderOptions };
export type RenderedReport = { subject: string; html: string; text: string };

/** Gmail shows about 102 KB of a message and hides the rest. */
export const MAX_HTML_BYTES = 90_000;

/** Lists are this long, or shorter where attackers' names would fill the mail. */
const LIST_LENGTHS = [10, 5, 2, 0];

/**
 * A report as a mail: its subject, and its body as HTML of no more than `MAX_HTML_BYTES` and as plain text. Pure but
 * for being asynchronous.
 */
export async function renderReport(figures: ReportFigures, options: RenderOptions): Promise<RenderedReport> {
  let rendered = { subject: "", html: "", text: "" };
  for (const length of LIST_LENGTHS) {
    const view = reportView(shortened(figures, length), options);
    rendered = { subject: view.subject, html: await render(ReportMail({ view })), text: reportText(view) };
    if (Buffer.byteLength(rendered.html) <= MAX_HTML_BYTES) break;
  }
  return rendered;
}
