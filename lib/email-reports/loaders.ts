import "server-only";
import { can } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { readEnv } from "@/lib/env";
import { listFeeds } from "@/lib/feed/queries";
import { findSetting } from "@/lib/settings/queries";
import type { RunView } from "./run-view.ts";
import { reportClock } from "./service/clock.ts";
import { listRunViews } from "./service/list-run-views.ts";
import { listUnsubscriptions } from "./service/list-runs.ts";
import { nextInWords } from "./service/next.ts";
import { type EmailReportsSettings, emailReportsSettings } from "./settings.ts";
import { yesterdayIn } from "./window.ts";

export type EmailReportsPage = {
  settings: EmailReportsSettings;
  version: number;
  /** What happens next, as a sentence. */
  next: string;
  runs: RunView[];
  unsubscribed: { address: string; at: Date }[];
  zones: string[];
  /** The last day of which there can be a report. */
  yesterday: string;
  /** In which SES is asked to send. */
  region: string;
  /** Where a test goes. */
  ownAddress: string;
  canChange: boolean;
  /** Whether anything arrives of which a report could tell. */
  hasFeed: boolean;
};

/** The tab *Email Reports*. Asks AWS nothing. */
export async function loadEmailReports(): Promise<EmailReportsPage> {
  const actor = await requireActor("console:read");
  const { value: settings, version } = findSetting(emailReportsSettings);
  const now = (await reportClock())();
  return {
    settings,
    version,
    next: nextInWords(now),
    runs: listRunViews(),
    unsubscribed: listUnsubscriptions().map(({ address, at }) => ({ address, at })),
    zones: [...new Set(["UTC", settings.zone, ...Intl.supportedValuesOf("timeZone")])],
    yesterday: yesterdayIn(settings.zone, now),
    region: readEnv().awsRegion,
    ownAddress: actor.kind === "user" ? actor.email : "",
    canChange: can(actor, "reports:write"),
    hasFeed: listFeeds().some(({ state }) => state !== "draining"),
  };
}
