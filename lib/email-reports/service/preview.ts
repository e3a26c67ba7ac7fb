import "server-only";
import { findSetting } from "@/lib/settings/queries";
import { emailReportsSettings } from "../settings.ts";
import { yesterdayIn } from "../window.ts";
import { reportClock } from "./clock.ts";
import { figuresOf, renderFor } from "./report-mail.ts";

export type Preview = { subject: string; html: string; text: string };

/** What the report about a day would say now, by the settings as saved. Null for a day that is not over. */
export async function previewReport(day: string): Promise<Preview | null> {
  const settings = findSetting(emailReportsSettings).value;
  const now = (await reportClock())();
  if (day > yesterdayIn(settings.zone, now)) return null;
  const figures = await figuresOf({ day, firstDay: day, zone: settings.zone }, settings, now);
  return renderFor(figures, settings, "report", null);
}
