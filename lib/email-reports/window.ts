import { Temporal } from "temporal-polyfill";

/** A calendar day of a time zone: from its first instant to the next day's, which is 23 to 25 hours later. */
export type DaySpan = { /** YYYY-MM-DD */ day: string; from: Date; to: Date };

/** What a report is about, and what it is compared with. */
export type ReportWindow = {
  zone: string;
  /** The days it is about, oldest first; mostly one. */
  days: readonly DaySpan[];
  from: Date;
  to: Date;
  /** The 7 days before, oldest first. */
  earlier: readonly DaySpan[];
};

export const DAYS_OF_WEEK = 7;

/** The window of a report about `day`, or about all days from `firstDay` to it; days are YYYY-MM-DD of the zone. */
export function reportWindow(day: string, zone: string, firstDay = day): ReportWindow {
  const last = Temporal.PlainDate.from(day);
  const first = Temporal.PlainDate.from(firstDay);
  const count = first.until(last).days + 1;
  if (count < 1) throw new RangeError(`A report cannot begin on ${firstDay} and end on ${day}.`);
  return {
    zone,
    days: spans(last, count, zone),
    from: startOf(first, zone),
    to: startOf(last.add({ days: 1 }), zone),
    earlier: spans(first.subtract({ days: 1 }), DAYS_OF_WEEK, zone),
  };
}

/** The 7 days that end with the report's last, oldest first. */
export function weekOf({ earlier, days }: ReportWindow): readonly DaySpan[] {
  return [...earlier, ...days].slice(-DAYS_OF_WEEK);
}

/** As many days as the report is about, just before it. */
export function daysBefore({ earlier, days }: ReportWindow): readonly DaySpan[] {
  return earlier.slice(-days.length);
}

/** YYYY-MM-DD of an instant in a zone. */
export function dayOf(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

function spans(last: Temporal.PlainDate, count: number, zone: string): DaySpan[] {
  return Array.from({ length: count }, (_, index) => {
    const day = last.subtract({ days: count - 1 - index });
    return { day: day.toString(), from: startOf(day, zone), to: startOf(day.add({ days: 1 }), zone) };
  });
}

/** Midnight, or where the clock skips it the first instant after. */
function startOf(day: Temporal.PlainDate, zone: string): Date {
  return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}

/** The local day before the one of an instant. */
export function yesterdayIn(zone: string, at: Date): string {
  return Temporal.PlainDate.from(dayOf(at, zone)).subtract({ days: 1 }).toString();
}
