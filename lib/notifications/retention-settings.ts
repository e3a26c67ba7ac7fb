import { z } from "zod";
import type { Severity } from "@/lib/catalog";

const LONGEST_DAYS = 3_650;

const days = z
  .number("Enter a number of days.")
  .int("Enter whole days.")
  .min(1, "Keep them for at least one day.")
  .max(LONGEST_DAYS, `Keep them for at most ${LONGEST_DAYS} days. What is counted is kept for ever.`);

/** For how many days messages are kept. What they add up to is kept for ever. */
export const retentionSchema = z.object({
  /** Results that are bad news, and results that nobody knows. */
  problemsDays: days,
  /** Results that found nothing. */
  cleanDays: days,
  /** Everything that reports no result. */
  systemDays: days,
});
export type Retention = z.output<typeof retentionSchema>;

export const retentionSettings = {
  name: "retention",
  schema: retentionSchema,
  initial: { problemsDays: 400, cleanDays: 7, systemDays: 400 },
};

/** For how many days a message of this severity is kept. */
export function daysKept({ problemsDays, cleanDays, systemDays }: Retention, severity: Severity): number {
  if (severity === "none") return cleanDays;
  return severity === "system" ? systemDays : problemsDays;
}
