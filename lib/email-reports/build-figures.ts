import { findResult, type ProductId, products, type Severity } from "@/lib/catalog";
import { resultsOf } from "@/lib/catalog/results";
import { severityOfStored } from "@/lib/notifications/severity";
import { buildFindings } from "./build-findings.ts";
import type {
  Compared,
  DayFigure,
  PlaceFigure,
  ProblemFile,
  ProductFigures,
  ResultFigure,
} from "./figures.ts";
import { listed } from "./listed.ts";
import { type DaySpan, daysBefore, type ReportWindow, weekOf } from "./window.ts";

/** Messages of one day, one result and one account, drills left out. Absent values are empty strings. */
export type DayCount = { day: string; type: string; result: string; accountId: string; count: number };

/** Rows of problems that are alike, within the window; drills left out. */
export type ProblemGroup = {
  type: string;
  result: string | null;
  /** Names of what was found, one a line. */
  names: string | null;
  /** Separated by ", ". */
  engines: string | null;
  bucket: string | null;
  count: number;
  lastAt: number;
};

export type FigureRows = {
  window: ReportWindow;
  /** Of the window's days and the 7 before. */
  counts: readonly DayCount[];
  groups: readonly ProblemGroup[];
  newest: readonly ProblemFile[];
  /** Since when the console has been receiving; null when it never has. */
  recordedSince: Date | null;
};

const SHOWN_PLACES = 10;

/** The figures of one product, from the rows of all. */
export function buildFigures(product: ProductId, rows: FigureRows): ProductFigures {
  const { resultType } = products[product];
  const { window, newest } = rows;
  const counts = rows.counts.filter(({ type }) => type === resultType);
  const groups = rows.groups.filter(({ type }) => type === resultType);
  const compare = comparer(rows, counts);
  const severityIn = (result: string | null) => severityOfStored(resultType, result || null);
  const isProblem = ({ result }: { result: string | null }) => isBad(severityIn(result));
  const isCritical = ({ result }: { result: string | null }) => severityIn(result) === "critical";
  const inWindow = within(window.days);
  const problems = compare(isProblem);
  const others = [...new Set(counts.map(({ result }) => result))].filter(
    (result) => !findResult(resultType, result),
  );
  const figureOf = (result: string, label: string): ResultFigure => ({
    result,
    label,
    severity: severityIn(result),
    ...compare((count) => count.result === result),
  });
  return {
    product,
    resultType,
    total: compare(() => true),
    problems,
    critical: compare(isCritical),
    results: [
      ...resultsOf(resultType).map(({ value, label }) => figureOf(value, label)),
      ...others.sort().map((result) => figureOf(result, result || "No result given")),
    ].sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity)),
    findings: buildFindings(groups),
    week: weekOf(window).map((span) => dayFigure(span, counts, { isProblem, isCritical })),
    newest: { rows: [...newest], more: Math.max(0, problems.count - newest.length) },
    accounts: accountFigures(counts.filter(inWindow), { isProblem, isCritical }),
    buckets: bucketFigures(groups, isCritical),
    forgotten: Math.max(0, problems.count - sum(groups)),
  };
}

const SEVERITY_ORDER: readonly Severity[] = ["critical", "high", "medium", "low", "none", "system"];

function isBad(severity: Severity): boolean {
  return severity !== "none" && severity !== "system";
}

type Judge = (of: { result: string | null }) => boolean;

/** Counts those of the window that pass, against those of the days before; null where those were not received whole. */
function comparer({ window, recordedSince }: FigureRows, counts: readonly DayCount[]) {
  const before = daysBefore(window);
  const countIn = (days: readonly DaySpan[], passes: (count: DayCount) => boolean): number | null => {
    const [first] = days;
    const isWhole = first !== undefined && recordedSince !== null && recordedSince <= first.from;
    return isWhole ? sum(counts.filter((count) => within(days)(count) && passes(count))) : null;
  };
  return (passes: (count: DayCount) => boolean): Compared => {
    const inWeek = countIn(window.earlier, passes);
    return {
      count: sum(counts.filter((count) => within(window.days)(count) && passes(count))),
      before: countIn(before, passes),
      mean: inWeek === null ? null : inWeek / window.earlier.length,
    };
  };
}

function within(days: readonly DaySpan[]): (of: { day: string }) => boolean {
  const names = new Set(days.map(({ day }) => day));
  return ({ day }) => names.has(day);
}

function sum(counted: readonly { count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}

type Judges = { isProblem: Judge; isCritical: Judge };

function dayFigure({ day, from, to }: DaySpan, counts: readonly DayCount[], judges: Judges): DayFigure {
  const ofDay = counts.filter((count) => count.day === day);
  return {
    day,
    hours: (to.getTime() - from.getTime()) / 3_600_000,
    critical: sum(ofDay.filter(judges.isCritical)),
    problems: sum(ofDay.filter(judges.isProblem)),
    total: sum(ofDay),
  };
}

function accountFigures(
  counts: readonly DayCount[],
  { isProblem, isCritical }: Judges,
): ProductFigures["accounts"] {
  const byAccount = Map.groupBy(counts, ({ accountId }) => accountId);
  if (byAccount.size < 2) return { rows: [], more: 0 };
  const figures = [...byAccount].map(([name, ofAccount]) => ({
    name,
    critical: sum(ofAccount.filter(isCritical)),
    problems: sum(ofAccount.filter(isProblem)),
  }));
  return listed(figures.filter(({ problems }) => problems > 0).sort(worstFirst), SHOWN_PLACES);
}

function bucketFigures(groups: readonly ProblemGroup[], isCritical: Judge): ProductFigures["buckets"] {
  const byBucket = new Map<string, PlaceFigure>();
  for (const group of groups) {
    const name = group.bucket ?? "";
    const figure = byBucket.get(name) ?? { name, critical: 0, problems: 0 };
    figure.problems += group.count;
    if (isCritical(group)) figure.critical += group.count;
    byBucket.set(name, figure);
  }
  if (byBucket.size < 2) return { rows: [], more: 0 };
  return listed([...byBucket.values()].sort(worstFirst), SHOWN_PLACES);
}

function worstFirst(a: PlaceFigure, b: PlaceFigure): number {
  return b.critical - a.critical || b.problems - a.problems || compareNames(a.name, b.name);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
