import { expectAccessible } from "./fixtures/accessible.ts";
import { elsewhere } from "./fixtures/elsewhere.ts";
import type { LocalAws } from "./fixtures/local-aws.ts";
import { expect, type OwnTopic, test } from "./fixtures/own-topic.ts";
import { unique } from "./fixtures/unique.ts";
import { FilterFields } from "./pages/filter-fields.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

/** AWS tells filters one by one, and an open page asks every five seconds. */
const UNTIL_READ_MS = 30_000;

const scans = (...scanResult: string[]) => ({ notificationType: ["scanResult"], scanResult });
const text = (policy: object) => JSON.stringify(policy);

/** Queues subscribed behind the console's back, and read by it. */
async function subscribed(list: SubscriptionsPage, aws: LocalAws, topic: OwnTopic, policies: object[]) {
  const endpoints = policies.map(() => unique.queue("made"));
  for (const [index, endpoint] of endpoints.entries())
    await elsewhere.subscribe(aws, {
      topicArn: topic.arn,
      protocol: "sqs",
      endpoint,
      policy: policies[index],
    });
  await list.refreshTo(`${policies.length} new`);
  for (const endpoint of endpoints)
    await expect(list.row(endpoint).getByText("Not known yet")).toHaveCount(0, { timeout: UNTIL_READ_MS });
  return endpoints;
}

const policyAtAws = async (aws: LocalAws, topic: OwnTopic, endpoint: string) =>
  (await aws.attributes(topic.arn, endpoint))?.FilterPolicy;

test("a filter that can never match is found, explained and repaired in one click", async ({
  page,
  aws,
  topic,
}) => {
  const list = new SubscriptionsPage(page);
  const [bad = "", good = ""] = await subscribed(list, aws, topic, [scans("infected"), scans("Error")]);
  await list.expectVerdict(bad, "Never matches");
  await list.expectVerdict(good, "Delivers");

  await page.getByRole("link", { name: "Needs attention 1" }).click();
  await expect(list.rows).toHaveCount(1);
  await expect(page).toHaveURL(/attention=any/);
  await expectAccessible(page, "what needs attention");

  await list.row(bad).getByRole("button", { name: "Never matches (why)" }).click();
  await expect(list.row(bad).getByText(/SNS compares letter by letter/)).toBeVisible();
  await page.getByRole("link", { name: "Details and suggested repair" }).click();
  const dialog = list.dialog("Why this verdict");
  await expect(dialog.getByText("Removed:")).toHaveCount(1);
  await expect(dialog.getByText("Repaired, it delivers Scan result: Infected")).toBeVisible();
  await expectAccessible(page, "the reasons and the repair");

  await dialog.getByRole("button", { name: "Apply this repair" }).click();
  await expect(dialog).toBeHidden();
  await expect(list.messages.getByText(/is repaired/)).toBeVisible();
  expect(await policyAtAws(aws, topic, bad)).toBe(text(scans("Infected")));
  await expect(page.getByText("Nothing needs attention")).toBeVisible();
  await page.getByRole("link", { name: "Show all subscriptions" }).click();
  await list.expectVerdict(bad, "Delivers");
});

test("a repair is refused when the filter was changed since it was shown", async ({
  page,
  context,
  aws,
  topic,
}) => {
  const list = new SubscriptionsPage(page);
  const [bad = ""] = await subscribed(list, aws, topic, [scans("infected")]);
  await list.choose(bad, "Review repair");
  const apply = page.getByRole("button", { name: "Apply this repair" });
  await expect(apply).toBeVisible();

  const other = new SubscriptionsPage(await context.newPage());
  await other.open(topic.id);
  await other.choose(bad, "Pause");
  await other.dialog("Pause delivery").getByRole("button", { name: "Pause", exact: true }).click();
  await other.expectVerdict(bad, "Paused");

  await apply.click();
  await expect(page.getByRole("alert").getByText(/changed since the repair was suggested/)).toBeVisible();
});

test("a pause stops delivery at AWS, is no matter for attention, and ends with the filter that was", async ({
  page,
  aws,
  topic,
}) => {
  const list = new SubscriptionsPage(page);
  const [endpoint = ""] = await subscribed(list, aws, topic, [scans("Infected")]);
  await list.choose(endpoint, "Pause");
  const dialog = list.dialog("Pause delivery");
  await expect(dialog.getByText("Nobody would receive Scan result: Infected any more.")).toBeVisible();
  await dialog.getByText("Until a time").click();
  await dialog.getByLabel("Resume at").fill("2020-01-01T10:00");
  await dialog.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(dialog.getByText("Enter a date and a time that are still to come.")).toBeVisible();
  await expectAccessible(page, "pausing");
  await dialog.getByText("For 8 hours").click();
  await dialog.getByRole("button", { name: "Pause", exact: true }).click();
  await expect(dialog).toBeHidden();

  await list.expectVerdict(endpoint, "Paused");
  await expect(list.row(endpoint).getByText(/resumes in 7 hours/)).toBeVisible();
  expect(await policyAtAws(aws, topic, endpoint)).toContain("pausedByProactiveNotifications");
  await expect(page.getByRole("link", { name: "Needs attention 0" })).toBeVisible();
  await expectAccessible(page, "a paused row");

  await list.choose(endpoint, "Resume");
  await list
    .question(/^Resume delivery/)
    .getByRole("button", { name: "Resume" })
    .click();
  await list.expectVerdict(endpoint, "Delivers");
  expect(await policyAtAws(aws, topic, endpoint)).toBe(text(scans("Infected")));
});

test("deleting and editing name what nobody would receive any more", async ({ page, aws, topic }) => {
  const list = new SubscriptionsPage(page);
  const [only = "", other = ""] = await subscribed(list, aws, topic, [
    scans("Infected", "Error"),
    scans("Error"),
  ]);
  await list.choose(only, "Delete");
  const question = list.question(/^Delete the subscription/);
  await expect(question.getByText("Nobody would receive Scan result: Infected any more.")).toBeVisible();
  await expectAccessible(page, "deleting what nobody else receives");
  await question.getByRole("button", { name: "Cancel" }).click();

  await list.choose(other, "Delete");
  await expect(question).toBeVisible();
  await expect(question.getByText(/Nobody would receive/)).toHaveCount(0);
  await question.getByRole("button", { name: "Cancel" }).click();

  await list.choose(only, "Edit");
  const editor = list.dialog("Edit subscription");
  const infected = new FilterFields(editor).result("Infected");
  await infected.uncheck();
  await expect(editor.getByText("Nobody would receive Scan result: Infected any more.")).toBeVisible();
  await expectAccessible(page, "editing what nobody else receives");
  await infected.check();
  await expect(editor.getByText(/Nobody would receive/)).toHaveCount(0);
});

test("adding says which gap it closes, and what a mailbox would get twice", async ({ page, topic }) => {
  const list = new SubscriptionsPage(page);
  const wizard = new Wizard(page);
  const address = unique.mail("security");
  await list.open(topic.id);
  await wizard.open();
  await wizard.fields.choose({ types: ["Scan result"], results: ["Infected"] });
  await wizard.deliverTo("Email", address);
  const gap = "Nobody receives Scan result: Infected today. Once confirmed, this one will.";
  await expect(wizard.dialog.getByText(gap)).toBeVisible();
  await wizard.submit.click();
  await expect(wizard.dialog).toBeHidden();

  await wizard.open();
  await wizard.fields.choose({ types: ["Scan result"], results: ["Infected"] });
  await wizard.deliverTo("Email", address.replace("@", "+infected@"));
  await expect(wizard.dialog.getByText(/would get Scan result: Infected more than once/)).toBeVisible();
});
