import { expectAccessible } from "./fixtures/accessible.ts";
import { administrator, test as base, expect } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import { EmailReportsPage, passSendTime, put } from "./pages/email-reports-page.ts";
import { HistoryPage } from "./pages/history-page.ts";

/** A worker, and so a console, of its own: AWS's clock goes forward, and reports are of all topics. */
const test = base.extend<object, { clockOfItsOwn: boolean }>({
  clockOfItsOwn: [({ browserName: _ }, use) => use(true), { scope: "worker", auto: true }],
});

test.describe.configure({ mode: "serial", timeout: 120_000 });

test.afterEach(async ({ aws }) => {
  await put(aws, "sending", { sandbox: false, paused: false });
  await put(aws, "faults", { faults: [] });
});

test("two recipients get the day's numbers, once each", async ({ page, aws, house }) => {
  const { antivirus } = house.topics;
  const mix = ["Infected", "Clean", "Infected", "Clean", "Unscannable", "Infected"];
  for (const [n, scanResult] of mix.entries())
    await aws.publish(antivirus.arn, JSON.stringify({ bucketName: "invoices", key: `${n}.pdf` }), {
      notificationType: "scanResult",
      scanResult,
      bucket: "invoices",
      key: `${n}.pdf`,
    });
  await new HistoryPage(page).openOnceArrived(antivirus.id, mix.length);

  const reports = new EmailReportsPage(page);
  const recipients = [unique.mail("first"), unique.mail("second")];
  await reports.goto();
  await expect(reports.history).toContainText("No report has fallen due yet");
  await expectAccessible(page, "email reports before they are on");
  await reports.turnOn(recipients);
  await expect(reports.messages).toContainText(/Next report on \w+day 00:15 UTC to 2 recipients/);
  expect(await aws.mailsTo(recipients[0] ?? "")).toEqual([]);

  await passSendTime(aws);
  for (const recipient of recipients) {
    await expect(reports.mailTo(recipient)).toContainText("Sent", { timeout: 30_000 });
    const [mail, ...others] = await aws.mailsTo(recipient);
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^\[3 infected\] /);
    expect(mail?.text).toMatch(/^Infected +3 /m);
    expect(mail?.text).toMatch(/^All results +6 /m);
  }
  await expectAccessible(page, "email reports with a history");

  // the job looks every two seconds, this page every ten
  const look = () => page.waitForResponse((response) => response.url().endsWith("/api/email-reports/runs"));
  await look();
  await look();
  for (const recipient of recipients) expect(await aws.mailsTo(recipient)).toHaveLength(1);

  await page.goto("/local-aws/inbox");
  const mails = page.getByRole("link", { name: /\[3 infected\]/ });
  await expect(mails).toHaveCount(2);
  await mails.first().click();
  await expect(page.frameLocator("iframe").getByRole("heading", { name: /^3 infected/ })).toBeVisible();
  await expectAccessible(page, "a report in the inbox");
});

test("a mail whose fate is unclear is shown, not repeated, and sent again when somebody asks", async ({
  page,
  aws,
}) => {
  const reports = new EmailReportsPage(page);
  const recipient = unique.mail("doubtful");
  await reports.goto();
  await reports.turnOn([recipient]);
  await expect(reports.messages).toContainText("to 1 recipient");
  await put(aws, "faults", { faults: [{ operation: "SendEmail", drop: "answer", times: 1 }] });
  await passSendTime(aws);
  await expect(reports.mailTo(recipient)).toContainText("Unknown", { timeout: 30_000 });
  expect(await aws.mailsTo(recipient)).toHaveLength(1);
  await expectAccessible(page, "a mail in doubt");

  await reports.mailTo(recipient).getByRole("button", { name: "Send again" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("twice");
  await expectAccessible(page, "the question before sending again");
  await question.getByRole("button", { name: "Send again" }).click();
  await expect(reports.mailTo(recipient)).toContainText("Sent", { timeout: 30_000 });
  expect(await aws.mailsTo(recipient)).toHaveLength(2);
});

test("what SES would refuse is said before saving, and what was typed wrong at its field", async ({
  page,
  aws,
}) => {
  await put(aws, "sending", { sandbox: true, paused: true });
  const reports = new EmailReportsPage(page);
  await reports.goto();
  await reports.recipients.fill("nobody; x@@y");
  await page.getByLabel("Sender", { exact: true }).fill("a@elsewhere.example");
  const ses = page.getByRole("status", { name: "What SES says" });
  await expect(ses).toContainText("SES has paused this account's sending");
  await expect(ses).toContainText("SES may not send from a@elsewhere.example");
  await expect(ses).toContainText("SES is in its sandbox");
  await reports.save();
  await expect(page.getByText("“nobody” has no @.").first()).toBeVisible();
  await expect(page.getByText("“x@@y”").first()).toBeVisible();
  await expectAccessible(page, "email reports that cannot be saved");

  await page.getByRole("link", { name: "Dashboard" }).click();
  const question = page.getByRole("alertdialog", { name: "Discard what you have entered?" });
  await question.getByRole("button", { name: "Keep editing" }).click();
  await expect(reports.recipients).toHaveValue("nobody; x@@y");
});

test("the report of a past day can be looked at, is accessible itself, and goes to whoever asks for a test", async ({
  page,
  aws,
}) => {
  const reports = new EmailReportsPage(page);
  await reports.goto();
  await page.getByRole("button", { name: "Show preview" }).click();
  const frame = page.getByTitle(/^Report: /);
  await expect(frame).toBeVisible();
  await expectAccessible(page, "a preview");
  const mail = await page.context().newPage();
  await mail.setContent((await frame.getAttribute("srcdoc")) ?? "");
  await expectAccessible(mail, "a report as HTML");
  await mail.close();
  await page.getByLabel("As", { exact: true }).selectOption("text");
  await expect(page.getByRole("region", { name: "Report as plain text" })).toContainText("Delivery");

  await page.getByRole("button", { name: "Send test to me" }).click();
  await expect(reports.messages).toContainText(`on its way to ${administrator.email}`);
  const tests = await aws.mailsTo(administrator.email);
  expect(tests.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Test: \[/)]);
});

test("a recipient unsubscribes by a button, not by following the link", async ({ page, aws }) => {
  const reports = new EmailReportsPage(page);
  const recipient = unique.mail("leaving");
  await reports.goto();
  await reports.turnOn([recipient]);
  await expect(reports.messages).toContainText("to 1 recipient");
  await passSendTime(aws);
  await expect(reports.mailTo(recipient)).toContainText("Sent", { timeout: 30_000 });
  const [mail] = await aws.mailsTo(recipient);
  const link = /https?:\/\/\S+\/unsubscribe\?token=\S+/.exec(mail?.text ?? "")?.[0] ?? "";

  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Unsubscribe from the email reports?" })).toBeVisible();
  await expectAccessible(page, "unsubscribing");
  await reports.goto();
  await expect(page.getByRole("region", { name: "Unsubscribed" })).toHaveCount(0);

  await page.goto(link);
  await page.getByRole("button", { name: "Unsubscribe" }).click();
  await expect(page.getByRole("heading", { name: "You get no more email reports" })).toBeVisible();
  await expectAccessible(page, "unsubscribed");
  await reports.goto();
  await expect(page.getByRole("region", { name: "Unsubscribed" })).toContainText(recipient);
  await expect(page.getByText("Nothing is sent: every recipient has unsubscribed.")).toBeVisible();

  await page.getByRole("button", { name: `Send reports again to ${recipient}` }).click();
  const question = page.getByRole("alertdialog");
  await expectAccessible(page, "the question before sending to somebody who unsubscribed");
  await question.getByRole("button", { name: "Send reports again" }).click();
  await expect(page.getByRole("region", { name: "Unsubscribed" })).toHaveCount(0);
});
