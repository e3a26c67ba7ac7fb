import {
  findResult,
  type ProductId,
  products,
  type ResultType,
  resultsOf,
  SEVERITIES,
  type Severity,
} from "@/lib/catalog";
import { severityOfStored, UNKNOWN_RESULT_SEVERITY } from "@/lib/notifications/severity";
import { buildFindings } from "./build-findings.ts";
import type {
  Compared,
  DayFigure,
  Listed,
  PlaceFigure,
  ProblemFile,
  ProductFigures,
  ResultFigure,
} from "./figures.ts";
import { listed } from "./listed.ts";
import { type DaySpan, daysBefore, type ReportWindow, weekOf } from "./window.ts";

/** Messages of one type and result on one day, drills left out. Absent values are empty strings. */
export type DayCount = { day: string; type: string; result: string; count: number };

/** Rows of problems that are alike, within the window; drills left out. */
export type ProblemGroup = {
  type: string;
  result: string | null;
  /** Names of what was found, one a line. */
  names: string | null;
  /** Separated by ", ". */
  engines: string | null;
  bucket: string | null;
  accountId: string | null;
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
  const problems = compare(isProblem);
  return {
    product,
    resultType,
    total: compare(() => true),
    problems,
    critical: compare(isCritical),
    results: resultFigures(resultType, counts, compare),
    findings: buildFindings(groups),
    week: weekOf(window).map((span) => dayFigure(span, counts, { isProblem, isCritical })),
    newest: { rows: [...newest], more: Math.max(0, problems.count - newest.length) },
    accounts: placeFigures(groups, ({ accountId }) => accountId, isCritical),
    buckets: placeFigures(groups, ({ bucket }) => bucket, isCritical),
    forgotten: Math.max(0, problems.count - sum(groups)),
  };
}

/** Whoever may publish to the topic may make up results: only so many are listed by name. */
const LISTED_UNKNOWN = 5;

/** Every result of the catalog, and those beyond it that came. */
function resultFigures(type: ResultType, counts: readonly DayCount[], compare: Compare): ResultFigure[] {
  const known = resultsOf(type).map(({ value, label, severity }) => ({
    result: value,
    label,
    severity,
    ...compare(({ result }) => result === value),
  }));
  const unknown = [...new Set(counts.map(({ result }) => result))]
    .filter((result) => !findResult(type, result))
    .map((value) => ({
      result: value,
      label: value || "No result given",
      severity: UNKNOWN_RESULT_SEVERITY,
      ...compare(({ result }) => result === value),
    }))
    .sort((a, b) => b.count - a.count || compareNames(a.result, b.result));
  const unlisted = new Set(unknown.slice(LISTED_UNKNOWN).map(({ result }) => result));
  const rest = {
    result: "",
    label: "Other results",
    severity: UNKNOWN_RESULT_SEVERITY,
    ...compare(({ result }) => unlisted.has(result)),
  };
  return [...known, ...unknown.slice(0, LISTED_UNKNOWN), ...(unlisted.size > 0 ? [rest] : [])].sort(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

function isBad(severity: Severity): boolean {
  return severity !== "none" && severity !== "system";
}

type Judge = (of: { result: string | null }) => boolean;

/** Counts those of the window that pass, against those of the days before; null where those were not received whole. */
type Compare = (passes: (count: DayCount) => boolean) => Compared;

function comparer({ window, recordedSince }: FigureRows, counts: readonly DayCount[]): Compare {
  const before = daysBefore(window);
  const countIn = (days: readonly DaySpan[], passes: (count: DayCount) => boolean): number | null => {
    const [first] = days;
    const isWhole = first !== undefined && recordedSince !== null && recordedSince <= first.from;
    return isWhole ? sum(counts.filter((count) => within(days)(count) && passes(count))) : null;
  };
  return (passes) => {
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

/** Where problems were, the worst first; nothing where all were in one place. */
function placeFigures(
  groups: readonly ProblemGroup[],
  placeOf: (group: ProblemGroup) => string | null,
  isCritical: Judge,
): Listed<PlaceFigure> {
  const byName = new Map<string, PlaceFigure>();
  for (const group of groups) {
    const name = placeOf(group) ?? "";
    const figure = byName.get(name) ?? { name, critical: 0, problems: 0 };
    byName.set(name, figure);
    figure.problems += group.count;
    if (isCritical(group)) figure.critical += group.count;
  }
  return byName.size < 2
    ? { rows: [], more: 0 }
    : listed([...byName.values()].sort(worstFirst), SHOWN_PLACES);
}

function worstFirst(a: PlaceFigure, b: PlaceFigure): number {
  return b.critical - a.critical || b.problems - a.problems || compareNames(a.name, b.name);
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
