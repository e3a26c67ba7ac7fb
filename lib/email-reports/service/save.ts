import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { findSetting } from "@/lib/settings/queries";
import { saveSetting } from "@/lib/settings/service";
import { parseRecipients } from "../recipients.ts";
import { isZone } from "../schedule.ts";
import { readSender, type SaveEmailReportsInput } from "../schema.ts";
import { type EmailReportsSettings, emailReportsSettings } from "../settings.ts";
import { reportClock } from "./clock.ts";
import { nextInWords } from "./next.ts";

/**
 * Saves the tab. A schedule that changed holds from now on: it sends nothing for a time of day that has passed.
 * @returns what happens next, as a sentence.
 * @throws AppError: "invalid" at the field, "conflict" when somebody else saved meanwhile.
 */
export async function saveEmailReports({
  actor,
  input,
}: {
  actor: Actor;
  input: SaveEmailReportsInput;
}): Promise<{ next: string }> {
  if (!isZone(input.zone)) throw refusal("zone", `“${input.zone}” is no time zone. Choose one of the list.`);
  const clock = await reportClock();
  getDb().transaction((tx) => {
    const { value: before } = findSetting(emailReportsSettings);
    const value = settingsOf(input, before, clock());
    saveSetting(tx, emailReportsSettings, { value, version: input.version, by: actor.name });
    recordAudit(tx, {
      actor,
      action: "email-reports.set",
      subject: { id: emailReportsSettings.name, name: "Email Reports" },
      before: audited(before),
      after: audited(value),
    });
  });
  return { next: nextInWords(clock()) };
}

function settingsOf(
  { version: _, ...input }: SaveEmailReportsInput,
  before: EmailReportsSettings,
  now: Date,
): EmailReportsSettings {
  const recipients = parseRecipients(input.recipients);
  if (!recipients.ok) throw refusal("recipients", recipients.issues.map(({ message }) => message).join(" "));
  const value = emailReportsSettings.schema.parse({
    ...input,
    recipients: recipients.value,
    days: input.days.map(Number).sort(),
    sender: readSender(input.sender) ?? "",
    heartbeatDay: Number(input.heartbeatDay),
    scheduledSince: null,
  });
  const isAsBefore = value.enabled === before.enabled && scheduleKey(value) === scheduleKey(before);
  const scheduledSince = isAsBefore ? before.scheduledSince : now.toISOString();
  return { ...value, scheduledSince: value.enabled ? scheduledSince : null };
}

const scheduleKey = ({ time, zone, days }: EmailReportsSettings) => JSON.stringify([time, zone, days]);

/** The days as text, to be compared. */
function audited({ scheduledSince: _, days, ...settings }: EmailReportsSettings) {
  return { ...settings, days: days.map(String) };
}

function refusal(field: string, message: string): AppError {
  return new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}
