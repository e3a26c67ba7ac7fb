import { SESv2Client } from "@aws-sdk/client-sesv2";
import { connectDb, openDb } from "@/db/client";
import { sesPort } from "@/lib/aws/ses";
import { deliverDue } from "@/lib/email-reports/service/deliver";
import { openDueRun } from "@/lib/email-reports/service/open-run";
import { plainMailing } from "@/lib/email-reports/service/testing";
import { emailReportsSettings } from "@/lib/email-reports/settings";
import { runLoop } from "@/lib/jobs/loop";
import { findSetting } from "@/lib/settings/queries";

/**
 * A process that sends reports as the console's does, to be killed by itself: `dies` is "before" or "after" SES was
 * asked about the second mail, or "" to live on.
 */
const [file = "", migrations = "", endpoint = "", now = "", dies = ""] = process.argv.slice(2);
connectDb(openDb(file, migrations));
const clock = () => new Date(now);
const client = new SESv2Client({
  endpoint,
  region: "us-east-1",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
  maxAttempts: 1,
});
const ses = sesPort(
  () => client,
  () => client,
);
let asked = 0;
const dieIf = (moment: string) => {
  if (dies === moment && asked === 2) process.kill(process.pid, "SIGKILL");
};
const mailing = plainMailing(ses, {
  async send(mail) {
    asked += 1;
    dieIf("before");
    const outcome = await ses.sendRaw("us-east-1", mail);
    dieIf("after");
    return outcome;
  },
});

runLoop("report", async (signal) => {
  const settings = findSetting(emailReportsSettings).value;
  await openDueRun(settings, clock(), async () => ({ isWorthSending: true, subject: () => "Report" }));
  await deliverDue(mailing, { clock, signal });
  return { restMs: 20 };
});
process.stdout.write("ready\n");
