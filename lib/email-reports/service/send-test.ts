import "server-only";
import { randomUUID } from "node:crypto";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { findSetting } from "@/lib/settings/queries";
import { emailReportsSettings } from "../settings.ts";
import { yesterdayIn } from "../window.ts";
import { reportClock } from "./clock.ts";
import { figuresOf, mailOf } from "./report-mail.ts";

/**
 * Sends yesterday's report to whoever asks, by the settings as saved, and to nobody else.
 * @throws AppError: "conflict" without a sender, or what SES said; "unavailable" when it is unclear whether it took it.
 */
export async function sendTestReport(
  { actor }: { actor: Actor },
  aws = liveAws(),
): Promise<{ recipient: string }> {
  const settings = findSetting(emailReportsSettings).value;
  if (settings.sender === "") throw new AppError("conflict", "Save a sender first.");
  if (actor.kind !== "user") throw new AppError("conflict", "A test goes to a person.");
  const recipient = actor.email;
  const now = (await reportClock())();
  const day = yesterdayIn(settings.zone, now);
  const figures = await figuresOf({ day, firstDay: day, zone: settings.zone }, settings, now);
  const mail = await mailOf({ figures, settings, kind: "test", recipient, id: randomUUID(), now });
  const outcome = await aws.ses.sendRaw(readEnv().awsRegion, mail);
  if (!outcome.ok) {
    if (outcome.kind !== "unclear") throw outcome.error;
    throw new AppError(
      "unavailable",
      "SES did not answer, so the test may arrive or not. Look for it first.",
      {
        cause: outcome.error,
      },
    );
  }
  getDb().transaction((tx) =>
    recordAudit(tx, {
      actor,
      action: "email-reports.send-test",
      subject: { id: emailReportsSettings.name, name: recipient },
      before: null,
      after: { day, messageId: outcome.messageId },
      awsRequestId: outcome.requestId,
    }),
  );
  return { recipient };
}
