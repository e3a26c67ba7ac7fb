import "server-only";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts, RawMail } from "@/lib/aws/ports";
import type { ReportFigures } from "@/lib/email-reports/figures";
import { subjectOf } from "@/lib/email-reports/mail/subject";
import { reportClock } from "@/lib/email-reports/service/clock";
import { deliverDue, type Mailing } from "@/lib/email-reports/service/deliver";
import type { ReportRun } from "@/lib/email-reports/service/list-runs";
import { openDueRun } from "@/lib/email-reports/service/open-run";
import { figuresOf, mailOf } from "@/lib/email-reports/service/report-mail";
import { type EmailReportsSettings, emailReportsSettings } from "@/lib/email-reports/settings";
import { isWorthSending } from "@/lib/email-reports/verdict";
import { readEnv } from "@/lib/env";
import { findSetting } from "@/lib/settings/queries";
import type { Step } from "./loop.ts";

const REST_MS = 2_000;

/** Opens the report that fell due, and sends what is pending. */
export function reportStep(aws: AwsPorts = liveAws()): Step {
  return async (signal) => {
    const clock = await reportClock();
    const settings = findSetting(emailReportsSettings).value;
    await openDueRun(settings, clock(), async (due) => {
      const figures = await figuresOf({ ...due, zone: settings.zone }, settings, clock());
      return {
        isWorthSending: isWorthSending(figures),
        subject: (kind) => subjectOf(figures, { kind, label: settings.label }),
      };
    });
    await deliverDue(mailing(aws, settings, clock), { clock, signal });
    return { restMs: REST_MS };
  };
}

/** What is to be told is read once a step for each run, and is the same for all its recipients. */
function mailing(aws: AwsPorts, settings: EmailReportsSettings, clock: () => Date): Mailing {
  const figuresByRun = new Map<string, Promise<ReportFigures>>();
  const figuresFor = (run: ReportRun) => {
    const figures = figuresByRun.get(run.id) ?? figuresOf(run, settings, clock());
    figuresByRun.set(run.id, figures);
    return figures;
  };
  return {
    compose: async (run: ReportRun, recipient: string): Promise<RawMail> => {
      const figures = await figuresFor(run);
      return mailOf({ figures, settings, kind: run.kind, recipient, id: run.id, now: clock() });
    },
    send: (mail) => aws.ses.sendRaw(readEnv().awsRegion, mail),
  };
}
