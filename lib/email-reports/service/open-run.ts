import "server-only";
import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { getDb, type Tx } from "@/db/client";
import { reportDeliveries, reportRuns } from "@/db/schema/email-reports";
import { PATIENCE_MS, type RunKind, type RunState } from "../constants.ts";
import { dueReport } from "../due-report.ts";
import type { Due } from "../schedule.ts";
import type { EmailReportsSettings } from "../settings.ts";
import { listRuns, withoutUnsubscribed } from "./list-runs.ts";

/** What a report would say: whether there is anything to tell, and under which subject. */
export type Look = { isWorthSending: boolean; subject: (kind: RunKind) => string };

/**
 * Opens the run of the report that fell due, with a pending delivery for each recipient. Of several processes one does;
 * the others find it done. What fell due more than 6 hours ago is only noted: the next report makes up for it.
 */
export async function openDueRun(
  settings: EmailReportsSettings,
  now: Date,
  look: (due: Due) => Promise<Look>,
): Promise<void> {
  const runs = listRuns();
  const due = dueReport(settings, runs, now);
  if (!due) return;
  if (now.getTime() - due.at.getTime() > PATIENCE_MS) {
    if (!runs.some(({ day }) => day === due.day))
      getDb().transaction((tx) => insertRun(tx, settings, due, now, { state: "missed", note: MISSED }));
    return;
  }
  const { isWorthSending, subject } = await look(due);
  const kind: RunKind = !isWorthSending && settings.onlyWhenFound ? "heartbeat" : "report";
  const isQuiet = kind === "heartbeat" && weekdayAfter(due.day) !== settings.heartbeatDay;
  getDb().transaction(
    (tx) => {
      const recipients = withoutUnsubscribed(settings.recipients);
      if (isQuiet) insertRun(tx, settings, due, now, { state: "skipped", note: QUIET });
      else if (recipients.length === 0) insertRun(tx, settings, due, now, { state: "skipped", note: NOBODY });
      else {
        const run = { state: "sending" as const, kind, subject: subject(kind) };
        const id = insertRun(tx, settings, due, now, run);
        if (id !== null) insertDeliveries(tx, id, recipients, now);
      }
    },
    { behavior: "immediate" },
  );
}

const MISSED = "It could not be made within 6 hours of falling due. The next report makes up for it.";
const QUIET = "Nothing was found.";
const NOBODY = "Every recipient has unsubscribed.";

type NewRun = { state: RunState; kind?: RunKind; subject?: string; note?: string };

/** @returns its id, or null when somebody was faster. A run that was only noted as missed makes room. */
function insertRun(
  tx: Tx,
  { zone }: EmailReportsSettings,
  due: Due,
  now: Date,
  { state, kind = "report", subject, note }: NewRun,
): string | null {
  const values = {
    firstDay: due.firstDay,
    zone,
    kind,
    state,
    dueAt: due.at,
    openedAt: now,
    subject: subject ?? null,
    note: note ?? null,
  };
  const [row] = tx
    .insert(reportRuns)
    .values({ id: randomUUID(), day: due.day, ...values })
    .onConflictDoUpdate({
      target: reportRuns.day,
      set: values,
      setWhere: eq(reportRuns.state, "missed"),
    })
    .returning({ id: reportRuns.id })
    .all();
  return row?.id ?? null;
}

function insertDeliveries(tx: Tx, runId: string, recipients: readonly string[], now: Date) {
  const giveUpAt = new Date(now.getTime() + PATIENCE_MS);
  const rows = recipients.map((recipient) => ({
    id: randomUUID(),
    runId,
    recipient,
    state: "pending" as const,
    dueAt: now,
    giveUpAt,
  }));
  tx.insert(reportDeliveries).values(rows).run();
}

/** The day on which the report about a day is sent is the one after it. */
function weekdayAfter(day: string): number {
  // Sunday is 0, and Monday the 1 that follows it
  return new Date(`${day}T00:00:00Z`).getUTCDay() + 1;
}
