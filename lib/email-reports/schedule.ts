import { Temporal } from "temporal-polyfill";

/** 1 is Monday, 7 is Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** When reports are sent: at a wall time of an IANA time zone, on some days of the week. */
export type Schedule = {
  zone: string;
  /** "HH:MM", 24 hours. */
  time: string;
  days: readonly Weekday[];
};

/** A report that falls due. It is about the days from `firstDay` to `day`, both YYYY-MM-DD and included. */
export type Due = {
  at: Date;
  /** The local day before the one on which it is sent. */
  day: string;
  /** Earlier than `day` where no report was sent about the days in between. */
  firstDay: string;
};

/** A report is about no more days than this, however long none was sent. */
export const MAX_REPORT_DAYS = 7;

/** Longer than any pause between two days of the week, and than the days that zones have left out. */
const SEARCHED_DAYS = 16;

/**
 * The first report that falls due after an instant. Where the clock skips the time of day, that is the first instant
 * after the gap; where it repeats the time, the first of the two. Days up to `reportedThrough` are never reported
 * again, whatever zone they were days of; the days after it are made up for.
 * @throws RangeError when the schedule has no days, or its zone or time is none (`isZone`, `isTimeOfDay`).
 */
export function nextSendAt(schedule: Schedule, after: Date, reportedThrough?: string): Due {
  const today = localDay(after, schedule.zone);
  for (let ahead = -1; ahead <= SEARCHED_DAYS; ahead += 1) {
    const due = dueOn(schedule, today.add({ days: ahead }), reportedThrough);
    if (due && due.at > after) return due;
  }
  return nothingDue(schedule, reportedThrough);
}

/** The last report that fell due at an instant or before, unless it is reported; null when there is none to make up. */
export function lastSendAt(schedule: Schedule, until: Date, reportedThrough?: string): Due | null {
  const today = localDay(until, schedule.zone);
  for (let behind = -1; behind <= MAX_REPORT_DAYS; behind += 1) {
    const due = dueOn(schedule, today.subtract({ days: behind }), reportedThrough);
    if (due && due.at <= until) return due;
  }
  return null;
}

/** Whether the runtime knows the time zone. An offset such as "+02:00" is none: it knows no summer. */
export function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is a time of day as `Schedule` holds it. */
export function isTimeOfDay(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function dueOn(schedule: Schedule, sentOn: Temporal.PlainDate, reportedThrough?: string): Due | null {
  if (!isSendDay(schedule, sentOn)) return null;
  const day = sentOn.subtract({ days: 1 });
  const reported = reportedThrough === undefined ? null : Temporal.PlainDate.from(reportedThrough);
  if (reported && Temporal.PlainDate.compare(day, reported) <= 0) return null;
  const firstDay = reported ? reported.add({ days: 1 }) : previousSendDay(schedule, sentOn);
  return {
    at: instantOf(sentOn, schedule),
    day: day.toString(),
    firstDay: later(firstDay, day.subtract({ days: MAX_REPORT_DAYS - 1 })).toString(),
  };
}

/** Its report was about the day before it, so this is the first day without one. */
function previousSendDay(schedule: Schedule, sentOn: Temporal.PlainDate): Temporal.PlainDate {
  for (let behind = 1; behind < 7; behind += 1) {
    const day = sentOn.subtract({ days: behind });
    if (isSendDay(schedule, day)) return day;
  }
  return sentOn.subtract({ days: 7 });
}

function isSendDay({ days }: Schedule, { dayOfWeek }: Temporal.PlainDate): boolean {
  return days.some((day) => day === dayOfWeek);
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) > 0 ? a : b;
}

function localDay(at: Date, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
}

function instantOf(day: Temporal.PlainDate, { time, zone }: Schedule): Date {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const first = wanted.toZonedDateTime(zone, { disambiguation: "earlier" });
  // in a gap "earlier" answers with as long before it: the gap's end is the next change of the clock
  const isSkipped = !first.toPlainDateTime().equals(wanted);
  const at = isSkipped ? (first.getTimeZoneTransition("next") ?? first) : first;
  return new Date(at.epochMilliseconds);
}

/** Reported days may lie ahead when the clock was set back, or the zone moved west over the date line. */
function nothingDue(schedule: Schedule, reportedThrough: string | undefined): Due {
  if (schedule.days.length === 0) throw new RangeError("A schedule needs at least one day of the week.");
  const from = Temporal.PlainDate.from(reportedThrough ?? "");
  for (let ahead = 1; ; ahead += 1) {
    const due = dueOn(schedule, from.add({ days: ahead + 1 }), reportedThrough);
    if (due) return due;
  }
}
