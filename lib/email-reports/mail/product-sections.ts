import type { ProductId } from "@/lib/catalog";
import type {
  Compared,
  Finding,
  PlaceFigure,
  ProblemFile,
  ProductFigures,
  ReportFigures,
} from "../figures.ts";
import { CRITICAL_WORDS } from "../verdict.ts";
import { timeText, weekdayText } from "./dates.ts";
import { windowText } from "./subject.ts";
import { type Cell, type Entry, type Section, type TableSection, TONE_OF, type Tone } from "./view.ts";
import { counted, numberText, type Words } from "./words.ts";

const TITLES: Record<ProductId, { findings: string; name: string; week: string }> = {
  antivirus: { findings: "Malware detected", name: "Malware", week: "Threats found in the last week" },
  classification: { findings: "Rules that matched", name: "Rule", week: "Findings of the last week" },
};

/** What a report says of one product; sections without content are left out. */
export function productSections(
  figures: ProductFigures,
  { window, isPrivate }: Pick<ReportFigures, "window" | "isPrivate">,
  consoleUrl: string,
): Section[] {
  const { zone } = window;
  const sections: (Section | null)[] = [
    resultsTable(figures, window),
    findingsTable(figures, zone),
    {
      kind: "week",
      title: TITLES[figures.product].week,
      criticalLabel: capital(CRITICAL_WORDS[figures.product]),
      problemsLabel: "Problem files",
      days: figures.week.map(({ day, critical, problems }) => ({
        label: weekdayText(day),
        critical,
        problems,
      })),
    },
    newestEntries(figures, { zone, isPrivate, consoleUrl }),
    placesTable("Problem files by account", "Account", figures, figures.accounts),
    placesTable("Problem files by bucket", "Bucket", figures, figures.buckets),
  ];
  return sections.filter((section) => section !== null);
}

const cell = (words: Words, tone: Tone = "plain"): Cell => ({ words, tone });
const number = (value: number | null, tone: Tone = "plain"): Cell =>
  cell(numberText(value), value ? tone : "muted");

function resultsTable(
  { results, total, forgotten }: ProductFigures,
  window: ReportFigures["window"],
): TableSection {
  const row = (name: Cell, of: Compared, tone: Tone): Cell[] => [
    name,
    number(of.count, tone),
    number(of.before),
    number(of.mean),
  ];
  const span = window.days.length;
  const isYoung = total.before === null || total.mean === null;
  return {
    kind: "table",
    title: "Types of problem files found",
    columns: [
      { label: "Result", align: "left" },
      { label: windowText({ window }), align: "right" },
      { label: span === 1 ? "Day before" : `${span} days before`, align: "right" },
      { label: "Mean of 7 days", align: "right" },
    ],
    rows: [
      ...results.map((of) => {
        const tone = of.count > 0 ? TONE_OF[of.severity] : "muted";
        return row(cell({ foreign: of.label }, tone), of, tone === "clear" ? "plain" : tone);
      }),
      row(cell("All results"), total, "plain"),
    ],
    after:
      [
        isYoung ? "A dash stands for days on which the console was not receiving yet." : "",
        forgotten > 0 ? `The details of ${counted(forgotten, "problem file")} are no longer kept.` : "",
      ]
        .filter(Boolean)
        .join(" ") || null,
  };
}

function findingsTable({ product, findings }: ProductFigures, zone: string): TableSection | null {
  if (findings.rows.length === 0) return null;
  const bucketOf = ({ bucket, otherBuckets }: Finding): Words => {
    if (bucket === null) return "–";
    return otherBuckets === 0
      ? { foreign: bucket }
      : [{ foreign: bucket }, ` + ${numberText(otherBuckets)} more`];
  };
  return {
    kind: "table",
    title: TITLES[product].findings,
    columns: [
      { label: TITLES[product].name, align: "left" },
      ...(product === "antivirus" ? [{ label: "Engines", align: "left" } as const] : []),
      { label: "Files", align: "right" },
      { label: "Last seen", align: "left" },
      { label: "Bucket", align: "left" },
    ],
    rows: findings.rows.map((finding) => [
      cell({ foreign: finding.name }),
      ...(product === "antivirus" ? [cell({ foreign: finding.engines.join(", ") || "–" })] : []),
      number(finding.count),
      cell(timeText(finding.lastSeen, zone)),
      cell(bucketOf(finding)),
    ]),
    after: findings.more > 0 ? `And ${numberText(findings.more)} more.` : null,
  };
}

function newestEntries(
  { newest }: ProductFigures,
  { zone, isPrivate, consoleUrl }: { zone: string; isPrivate: boolean; consoleUrl: string },
): Section | null {
  if (newest.rows.length === 0) return null;
  const privacy = isPrivate ? "Object keys and who uploaded them are left out." : "";
  const more = newest.more > 0 ? `And ${numberText(newest.more)} more.` : "";
  return {
    kind: "entries",
    title: "Newest problem files",
    entries: newest.rows.map((file) => entryOf(file, zone, consoleUrl)),
    after: [more, privacy].filter(Boolean).join(" ") || null,
  };
}

function entryOf(file: ProblemFile, zone: string, consoleUrl: string): Entry {
  const lines: [string, string | null][] = [
    ["Key", file.key],
    ["Bucket", file.bucket],
    ["Account", file.accountId],
    ["Action taken", file.actionTaken],
    ["Uploaded by", file.uploadedBy],
  ];
  return {
    label: { foreign: file.label },
    tone: TONE_OF[file.severity],
    what: file.names.length > 0 ? { foreign: file.names.join(", ") } : null,
    time: timeText(file.at, zone),
    href: `${consoleUrl}/monitoring/notifications/${file.id}`,
    lines: lines.flatMap(([term, text]) => (text ? [{ term, words: { foreign: text } }] : [])),
  };
}

function placesTable(
  title: string,
  label: string,
  { product }: ProductFigures,
  places: { rows: PlaceFigure[]; more: number },
): TableSection | null {
  if (places.rows.length === 0) return null;
  return {
    kind: "table",
    title,
    columns: [
      { label, align: "left" },
      { label: capital(CRITICAL_WORDS[product]), align: "right" },
      { label: "Problem files", align: "right" },
    ],
    rows: places.rows.map(({ name, critical, problems }) => [
      cell(name ? { foreign: name } : "None named"),
      number(critical, "critical"),
      number(problems),
    ]),
    after: places.more > 0 ? `And ${numberText(places.more)} more.` : null,
  };
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
