import { z } from "zod";

const weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

/** What the tab *Email Reports* holds. */
export const emailReportsSettings = {
  name: "email-reports",
  schema: z.object({
    enabled: z.boolean(),
    recipients: z.array(z.string()),
    /** As `Schedule` has them. */
    time: z.string(),
    zone: z.string(),
    days: z.array(weekday),
    sender: z.string(),
    onlyWhenFound: z.boolean(),
    /** On this day one is sent although nothing was found. */
    heartbeatDay: weekday,
    /** Leaves out object keys and who uploaded them. */
    isPrivate: z.boolean(),
    /** What the deployment is called. */
    label: z.string(),
    /** Since when the schedule holds: what would have been due before is nobody's. ISO 8601; null while off. */
    scheduledSince: z.string().nullable(),
  }),
  initial: {
    enabled: false,
    recipients: [],
    time: "08:00",
    zone: "UTC",
    days: [1, 2, 3, 4, 5, 6, 7] as (1 | 2 | 3 | 4 | 5 | 6 | 7)[],
    sender: "",
    onlyWhenFound: false,
    heartbeatDay: 1 as const,
    isPrivate: false,
    label: "",
    scheduledSince: null,
  },
};

export type EmailReportsSettings = z.output<typeof emailReportsSettings.schema>;
