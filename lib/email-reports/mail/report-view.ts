import type { ReportFigures } from "../figures.ts";
import { verdictOf } from "../verdict.ts";
import { longDayText, timeText } from "./dates.ts";
import { deliverySection, receivingNotes } from "./delivery-section.ts";
import { productSections } from "./product-sections.ts";
import { deploymentText, type ReportKind, subjectOf, titleOf, verdictText } from "./subject.ts";
import type { Note, RenderOptions, ReportView } from "./view.ts";
import { counted } from "./words.ts";

const SETTINGS_PATH = "/configuration/proactive-notifications/email-reports";

/** Says in words what the figures are; everything but how it looks. */
export function reportView(figures: ReportFigures, options: RenderOptions): ReportView {
  const { kind, label, consoleUrl, unsubscribeUrl } = options;
  const deployment = deploymentText(figures, label);
  const verdict = verdictNote(figures);
  const total = figures.products.reduce((sum, each) => sum + each.total.count, 0);
  return {
    subject: subjectOf(figures, { kind, label }),
    preheader: `${counted(total, "result")} received. ${deliveryInShort(figures)}`,
    title: `${titleOf(figures, kind)}, ${deployment}`,
    verdict,
    about: aboutText(figures),
    warnings: warningsOf(figures, kind),
    parts: figures.products.map((product) => ({
      title: figures.products.length > 1 ? PRODUCT_TITLES[product.product] : null,
      sections: productSections(product, figures, consoleUrl),
    })),
    delivery: deliverySection(figures, consoleUrl),
    footer: {
      words: `Sent by the console of ${deployment}.`,
      links: [
        { text: "Report settings", href: `${consoleUrl}${SETTINGS_PATH}` },
        ...(unsubscribeUrl ? [{ text: "Unsubscribe", href: unsubscribeUrl }] : []),
      ],
    },
  };
}

const PRODUCT_TITLES = {
  antivirus: "Antivirus for Amazon S3",
  classification: "Classification for Amazon S3",
};

function verdictNote(figures: ReportFigures): Note {
  const { kind } = verdictOf(figures);
  const isCritical = figures.products.some(({ critical }) => critical.count > 0);
  switch (kind) {
    case "found":
      return { tone: isCritical ? "critical" : "high", words: foundWords(figures) };
    case "clean":
      return { tone: "clear", words: "No problem files were found" };
    case "incomplete":
      return { tone: "high", words: "No problem files were found, but not everything was received" };
    case "blind":
      return { tone: "high", words: "Nothing was received, so nothing can be said" };
    default:
      return kind satisfies never;
  }
}

/** The verdict of the subject, and the problems that it leaves out. */
function foundWords(figures: ReportFigures): string {
  const critical = figures.products.reduce((sum, each) => sum + each.critical.count, 0);
  const others = figures.products.reduce((sum, each) => sum + each.problems.count, 0) - critical;
  if (critical === 0 || others === 0) return verdictText(figures);
  return `${verdictText(figures)}, ${counted(others, "other problem file")}`;
}

function aboutText({ window }: ReportFigures): string {
  const { days, zone, from, to } = window;
  const last = days.at(-1);
  const hours = (to.getTime() - from.getTime()) / 3_600_000;
  if (days.length > 1) return `${days.length} days to ${longDayText(last?.day ?? "")}, ${zone}`;
  const changed = hours === 24 ? "" : ` (${hours} hours, as the clock changed)`;
  return `${longDayText(last?.day ?? "")}, ${zone}${changed}`;
}

function warningsOf(figures: ReportFigures, kind: ReportKind): Note[] {
  const { window, topics } = figures;
  const notes: Note[] = receivingNotes(topics, window.zone);
  if (window.days.length > 1)
    notes.push({
      tone: "plain",
      words: `This report makes up for ${window.days.length - 1 === 1 ? "a day" : `${window.days.length - 1} days`} about which none was sent.`,
    });
  if (kind === "heartbeat")
    notes.push({
      tone: "plain",
      words:
        "Reports are sent only when something was found. This one is the weekly sign that they would be.",
    });
  if (kind === "test")
    notes.push({ tone: "plain", words: "This is a test. No other recipient has received it." });
  return notes;
}

function deliveryInShort({ topics, madeAt, window }: ReportFigures): string {
  const silent = topics.reduce(
    (sum, { lost, overdue, neverMatching }) => sum + lost + overdue + neverMatching,
    0,
  );
  const time = timeText(madeAt, window.zone);
  return silent === 0
    ? `No subscription needs a look as of ${time}.`
    : `${counted(silent, "subscription")} ${silent === 1 ? "needs" : "need"} a look as of ${time}.`;
}
