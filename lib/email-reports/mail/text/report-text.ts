import type { EntriesSection, NotesSection, ReportView, Section, WeekSection } from "../view.ts";
import { numberText, shownWords } from "../words.ts";
import { LINE_WIDTH, padEnd, padStart, widthOf, wrap } from "./layout.ts";
import { textTable } from "./text-table.ts";

/** The report as plain text for every mail program and screen reader: lines of 76 columns, tables aligned. */
export function reportText(view: ReportView): string {
  const { title, verdict, about, warnings, parts, delivery, footer } = view;
  return `${[
    wrap(title),
    wrap(about),
    "",
    wrap(shownWords(verdict.words).toUpperCase()),
    ...warnings.flatMap(({ words }) => ["", wrap(shownWords(words))]),
    ...parts.flatMap((part) => [
      ...(part.title === null ? [] : ["", "", part.title.toUpperCase(), "=".repeat(widthOf(part.title))]),
      ...part.sections.map(sectionText),
    ]),
    sectionText(delivery),
    "",
    // what mail programs know a signature by, and fold away
    "-- ",
    wrap(footer.words),
    ...footer.links.map(({ text, href }) => `${text}: ${href}`),
  ].join("\n")}\n`;
}

function sectionText(section: Section): string {
  return ["", "", section.title, "-".repeat(LINE_WIDTH), ...sectionLines(section)].join("\n");
}

function sectionLines(section: Section): string[] {
  switch (section.kind) {
    case "table":
      return [textTable(section.columns, section.rows), ...after(section.after)];
    case "week":
      return weekLines(section);
    case "entries":
      return entryLines(section);
    case "notes":
      return noteLines(section);
    default:
      return section satisfies never;
  }
}

function after(text: string | null): string[] {
  return text === null ? [] : ["", wrap(text)];
}

const BAR_WIDTH = 30;

/** "#" for the critical, "=" for other problems; what is there is at least one sign long. */
function weekLines({ days, criticalLabel, problemsLabel }: WeekSection): string[] {
  const most = Math.max(1, ...days.map(({ problems }) => problems));
  const length = (count: number) => (count === 0 ? 0 : Math.max(1, Math.round((count / most) * BAR_WIDTH)));
  const width = Math.max(...days.map(({ label }) => widthOf(label)));
  const header = `${padEnd("Day", width)}  ${padStart(problemsLabel, 13)}  ${padStart(criticalLabel, 10)}`;
  const rows = days.map(({ label, critical, problems }) => {
    const bar = `${"#".repeat(length(critical))}${"=".repeat(length(problems - critical))}`;
    return `${padEnd(label, width)}  ${padStart(numberText(problems), 13)}  ${padStart(numberText(critical), 10)}  ${bar}`.trimEnd();
  });
  return [header, ...rows, "", `# ${criticalLabel.toLowerCase()}, = other problem files`];
}

function entryLines({ entries, after: note }: EntriesSection): string[] {
  const blocks = entries.map(({ label, what, time, href, lines }) => {
    const head = [shownWords(label), ...(what === null ? [] : [shownWords(what)])].join(": ");
    const terms = [
      ...lines.map(({ term, words }) => ({ term, text: shownWords(words) })),
      { term: "Details", text: href },
    ];
    const width = Math.max(...terms.map(({ term }) => term.length));
    return [
      wrap(`${time}  ${head}`, { indent: "    " }),
      ...terms.map(({ term, text }) => `  ${padEnd(term, width)}  ${text}`),
    ].join("\n");
  });
  return [blocks.join("\n\n"), ...after(note)];
}

function noteLines({ notes, link }: NotesSection): string[] {
  return [
    ...notes.map(({ tone, words }) =>
      wrap(shownWords(words), { first: tone === "plain" || tone === "clear" ? "  " : "! ", indent: "  " }),
    ),
    "",
    `${link.text}: ${link.href}`,
  ];
}
