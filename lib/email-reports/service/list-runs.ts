import "server-only";
import { asc, desc, inArray } from "drizzle-orm";
import { getDb } from "@/db/client";
import { reportDeliveries, reportRuns, reportUnsubscriptions } from "@/db/schema/email-reports";
import { RUNS_SHOWN } from "../constants.ts";

export type ReportRun = typeof reportRuns.$inferSelect;
export type ReportDelivery = typeof reportDeliveries.$inferSelect;
export type Unsubscription = typeof reportUnsubscriptions.$inferSelect;

/** The last runs, newest first. */
export function listRuns(limit = RUNS_SHOWN): ReportRun[] {
  return getDb().select().from(reportRuns).orderBy(desc(reportRuns.day)).limit(limit).all();
}

/** Of these runs, by recipient. */
export function listDeliveries(runIds: readonly string[]): ReportDelivery[] {
  return getDb()
    .select()
    .from(reportDeliveries)
    .where(inArray(reportDeliveries.runId, [...runIds]))
    .orderBy(asc(reportDeliveries.recipient))
    .all();
}

/** Who wants no reports, the latest first. */
export function listUnsubscriptions(): Unsubscription[] {
  return getDb().select().from(reportUnsubscriptions).orderBy(desc(reportUnsubscriptions.at)).all();
}

/** Those of the recipients who have not unsubscribed. */
export function withoutUnsubscribed(recipients: readonly string[]): string[] {
  const gone = new Set(listUnsubscriptions().map(({ address }) => address));
  return recipients.filter((recipient) => !gone.has(recipient.toLowerCase()));
}
