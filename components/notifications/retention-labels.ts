import type { RetentionGroup } from "@/lib/notifications/retention-settings";

export const RETENTION_LABELS: Record<RetentionGroup, string> = {
  problemsDays: "Problems",
  cleanDays: "Clean and non-matching results",
  systemDays: "Everything else",
};
