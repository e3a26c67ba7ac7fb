import { z } from "zod";
import type { Severity } from "@/lib/catalog";

const LONGEST_DAYS = 3_650;

const days = z
  .number()
  .int()
  .min(1, "Keep them for at least 1 day.")
  .max(LONGEST_DAYS, `Keep them for at most ${LONGEST_DAYS} days.`);

/** For how many days messages are kept. What they add up to is kept for ever. */
export const retentionSettings = {
  name: "retention",
  schema: z.object({
    /** Results that are bad news, and results that nobody knows. */
    problemsDays: days,
    /** Results that found nothing. */
    cleanDays: days,
    /** Everything that reports no result. */
    systemDays: days,
  }),
  initial: { problemsDays: 400, cleanDays: 7, systemDays: 400 },
};
export type Retention = z.output<typeof retentionSettings.schema>;

const typedDays = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/, "Enter a whole number of days.")
  .transform(Number)
  .pipe(days);

/** As the form sends it, with the version it was opened on. */
export const saveRetentionSchema = z.object({
  problemsDays: typedDays,
  cleanDays: typedDays,
  systemDays: typedDays,
  version: z.number().int().min(0),
});

export const RETENTION_GROUPS = ["problemsDays", "cleanDays", "systemDays"] as const;
export type RetentionGroup = (typeof RETENTION_GROUPS)[number];

/** Which of the settings says how long messages of a severity are kept. */
export function retentionGroupOf(severity: Severity): RetentionGroup {
  if (severity === "none") return "cleanDays";
  return severity === "system" ? "systemDays" : "problemsDays";
}
