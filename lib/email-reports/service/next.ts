import "server-only";
import { findSetting } from "@/lib/settings/queries";
import { nextReport } from "../due-report.ts";
import { nextWords } from "../next-words.ts";
import { emailReportsSettings } from "../settings.ts";
import { listRuns, withoutUnsubscribed } from "./list-runs.ts";

/** What happens next by the settings as they are saved: "Next report on Monday 08:00 Europe/Berlin to 3 recipients." */
export function nextInWords(now: Date): string {
  const { value } = findSetting(emailReportsSettings);
  const due = nextReport(value, listRuns(), now);
  if (!due) return "Email reports are off. Nothing is sent.";
  const recipients = withoutUnsubscribed(value.recipients).length;
  if (recipients === 0) return "Nothing is sent: every recipient has unsubscribed.";
  const condition = value.onlyWhenFound ? ", if something was found" : "";
  return `${nextWords(due.at, value.zone, recipients)}${condition}.`;
}
