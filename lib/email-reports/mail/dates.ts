const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat("en-GB", options);

const DAY = format({ day: "numeric", month: "short", timeZone: "UTC" });
const WEEKDAY = format({ weekday: "short", day: "numeric", month: "short", timeZone: "UTC" });
const LONG_DAY = format({ weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** Days are YYYY-MM-DD, of whichever zone. */
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** "21 Nov" */
export function dayText(day: string): string {
  return DAY.format(dateOf(day));
}

/** "Sat 21 Nov" */
export function weekdayText(day: string): string {
  return WEEKDAY.format(dateOf(day)).replace(",", "");
}

/** "Saturday 21 November 2026" */
export function longDayText(day: string): string {
  return LONG_DAY.format(dateOf(day)).replace(",", "");
}

/** "21 Nov", "20–22 Nov", "30 Nov–2 Dec" */
export function daysText(first: string, last: string): string {
  if (first === last) return dayText(last);
  const begin = first.slice(0, 7) === last.slice(0, 7) ? String(dateOf(first).getUTCDate()) : dayText(first);
  return `${begin}–${dayText(last)}`;
}

/** "21 Nov, 14:03" in a zone. */
export function timeText(at: Date, zone: string): string {
  return format({
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
  }).format(at);
}
