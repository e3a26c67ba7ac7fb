export const PAUSE_CHOICES = [
  { value: "open", label: "Until I resume it" },
  { value: "1", label: "For 1 hour" },
  { value: "8", label: "For 8 hours" },
  { value: "24", label: "For 24 hours" },
  { value: "time", label: "Until a time" },
] as const;
export type PauseChoice = (typeof PAUSE_CHOICES)[number]["value"];

const HOUR_MS = 3_600_000;

/**
 * When a pause that begins now ends; null for never by itself. `local` is the value of a date-time field, in the
 * viewer's zone. Undefined while no time that is still to come is entered.
 */
export function pauseUntil(choice: PauseChoice, local: string, now: Date): Date | null | undefined {
  switch (choice) {
    case "open":
      return null;
    case "1":
    case "8":
    case "24":
      return new Date(now.getTime() + Number(choice) * HOUR_MS);
    case "time": {
      const until = new Date(local);
      return until.getTime() > now.getTime() ? until : undefined;
    }
    default:
      return choice satisfies never;
  }
}

/** A time as a date-time field holds it, in the viewer's zone, to the minute. */
export function localMinute(at: Date): string {
  const shifted = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, "2026-01-02T03:04".length);
}
