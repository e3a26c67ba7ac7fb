import { resultsOf } from "@/lib/catalog";
import type { ProblemFile, ProductFigures, ReportFigures, TopicDelivery } from "./figures.ts";
import { reportWindow, weekOf } from "./window.ts";

const window = reportWindow("2026-11-21", "Europe/Berlin");

export const sampleTopic: TopicDelivery = {
  id: "topic-1",
  name: "antivirus-notifications",
  feed: "on",
  receivingSince: null,
  deadLetters: 0,
  confirmed: 12,
  pending: 0,
  overdue: 0,
  lost: 0,
  neverMatching: 0,
  blindSpots: "",
};

export const sampleFile: ProblemFile = {
  id: 4711,
  at: new Date("2026-11-21T13:03:00Z"),
  label: "Infected",
  severity: "critical",
  bucket: "customer-uploads",
  accountId: "123456789012",
  key: "incoming/2026/11/21/invoice-4711.pdf.exe",
  uploadedBy: "AWS:AIDA2T7AZ3IMGHBWXMN4W",
  names: ["Win.Test.EICAR_HDB-1"],
  actionTaken: "Move",
};

/** Antivirus figures of a quiet day. */
export function cleanFigures(): ProductFigures {
  const figure = (count: number) => ({ count, before: count, mean: count });
  return {
    product: "antivirus",
    resultType: "scanResult",
    total: figure(42_310),
    problems: figure(0),
    critical: figure(0),
    results: resultsOf("scanResult").map(({ value, label, severity }) => ({
      result: value,
      label,
      severity,
      ...figure(value === "Clean" ? 42_310 : 0),
    })),
    findings: { rows: [], more: 0 },
    week: weekOf(window).map(({ day }) => ({ day, hours: 24, critical: 0, problems: 0, total: 42_310 })),
    newest: { rows: [], more: 0 },
    accounts: { rows: [], more: 0 },
    buckets: { rows: [], more: 0 },
    forgotten: 0,
  };
}

/** A report about 21 November 2026 in Berlin; a quiet day unless changed. */
export function sampleReport(change: Partial<ReportFigures> = {}): ReportFigures {
  return {
    window,
    madeAt: new Date("2026-11-22T07:00:00Z"),
    isPrivate: false,
    products: [cleanFigures()],
    topics: [sampleTopic],
    forwards: [],
    ...change,
  };
}

/** Antivirus figures of a bad day: 3 infected, 6 problem files. */
export function foundFigures(): ProductFigures {
  const clean = cleanFigures();
  const counts: Record<string, [number, number, number]> = {
    Infected: [3, 1, 0.7],
    Error: [2, 0, 1.1],
    Unscannable: [1, 4, 2],
    Clean: [42_304, 39_871, 40_112.4],
  };
  const bars = [0, 2, 0, 12, 1, 5, 6];
  return {
    ...clean,
    total: { count: 42_310, before: 39_876, mean: 40_116.3 },
    problems: { count: 6, before: 5, mean: 3.8 },
    critical: { count: 3, before: 1, mean: 0.7 },
    results: clean.results.map((figure) => {
      const [count = 0, before = 0, mean = 0] = counts[figure.result] ?? [];
      return { ...figure, count, before, mean };
    }),
    findings: {
      rows: [
        {
          name: "Win.Test.EICAR_HDB-1",
          engines: ["ClamAV", "Sophos"],
          count: 2,
          lastSeen: sampleFile.at,
          bucket: "customer-uploads",
          otherBuckets: 1,
        },
        {
          name: "Troj/DocDl-ABC",
          engines: ["Sophos"],
          count: 1,
          lastSeen: new Date("2026-11-21T02:12:00Z"),
          bucket: "partner-exchange",
          otherBuckets: 0,
        },
      ],
      more: 0,
    },
    week: clean.week.map((day, index) => ({
      ...day,
      problems: bars[index] ?? 0,
      critical: Math.floor((bars[index] ?? 0) / 2),
    })),
    newest: {
      rows: [
        sampleFile,
        {
          ...sampleFile,
          id: 4710,
          label: "Error",
          severity: "high",
          names: [],
          actionTaken: "None",
          key: "a/b.zip",
        },
        { ...sampleFile, id: 4709, label: "Unscannable", severity: "medium", names: [], uploadedBy: null },
      ],
      more: 3,
    },
    accounts: {
      rows: [
        { name: "123456789012", critical: 2, problems: 4 },
        { name: "210987654321", critical: 1, problems: 2 },
      ],
      more: 0,
    },
    buckets: {
      rows: [
        { name: "customer-uploads", critical: 2, problems: 5 },
        { name: "partner-exchange", critical: 1, problems: 1 },
      ],
      more: 0,
    },
  };
}
