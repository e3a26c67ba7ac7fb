import { findResult, isResultType, notificationTypes, type ProductId } from "@/lib/catalog";
import { healthAlarmSample, samplesFor } from "@/lib/catalog/samples/index";
import type { Coverage, CoverageRow, Happening } from "@/lib/coverage";
import { happeningWords } from "@/lib/coverage";
import type { Recipient } from "./read-roster.ts";

/** What can happen, in words, and with a sample of it. */
export type HappeningView = Happening & {
  key: string;
  typeLabel: string;
  resultLabel: string | null;
  sampleId: string;
};

/** Who is told of it, in numbers. */
export type CoverageRowView = HappeningView &
  Pick<CoverageRow, "covered"> &
  Record<"always" | "places" | "perhaps" | "pending", number>;

export type DoubleView = { mailbox: string; endpoints: string[]; what: string; isCertain: boolean };

export type CoverageView = {
  rows: CoverageRowView[];
  /** Nobody is told, not even once somebody confirms; the worst to miss first. */
  nobody: CoverageRowView[];
  /** Somebody would be told, had they confirmed; the worst to miss first. */
  onlyPending: CoverageRowView[];
  /** Somebody is told, but not of every message; the worst to miss first. */
  partial: CoverageRowView[];
  doubles: DoubleView[];
  /** Mailboxes that get something twice, beyond those listed. */
  moreDoubles: number;
};

const SHOWN_DOUBLES = 5;

/** Coverage as the dashboard shows it: plain data without ten thousand ids. */
export function coverageView(
  coverage: Coverage,
  products: readonly ProductId[],
  recipients: readonly Recipient[],
): CoverageView {
  const samples = samplesFor(products);
  const happening = ({ type, result, severity }: Happening): HappeningView => ({
    type,
    result,
    severity,
    key: `${type} ${result ?? ""}`,
    typeLabel: notificationTypes[type].label,
    resultLabel: result !== null && isResultType(type) ? (findResult(type, result)?.label ?? result) : null,
    sampleId:
      samples.find((sample) => sample.type === type && sample.result === result)?.id ?? healthAlarmSample.id,
  });
  const row = (of: CoverageRow): CoverageRowView => ({
    ...happening(of),
    covered: of.covered,
    always: of.always.length,
    places: of.places.length,
    perhaps: of.perhaps.length,
    pending: of.pending.length,
  });
  const doubles = coverage.doubles.slice(0, SHOWN_DOUBLES);
  const endpoints = endpointsOf(
    doubles.flatMap(({ ids }) => ids),
    recipients,
  );
  return {
    rows: coverage.rows.map(row),
    nobody: coverage.blindSpots.filter(({ covered }) => covered === "nobody").map(row),
    onlyPending: coverage.blindSpots.filter(({ covered }) => covered === "pending").map(row),
    partial: coverage.partial.map(row),
    doubles: doubles.map(({ mailbox, ids, rows }) => ({
      mailbox,
      endpoints: [...new Set(ids.flatMap((id) => endpoints.get(id) ?? []))],
      what: happeningWords(rows),
      isCertain: rows.some(({ certain }) => certain),
    })),
    moreDoubles: coverage.doubles.length - doubles.length,
  };
}

function endpointsOf(ids: readonly string[], recipients: readonly Recipient[]): Map<string, string> {
  const wanted = new Set(ids);
  return new Map(recipients.filter(({ id }) => wanted.has(id)).map(({ id, endpoint }) => [id, endpoint]));
}
