import { randomUUID } from "node:crypto";
import { startConsole } from "./fixtures/console.ts";
import { elsewhere } from "./fixtures/elsewhere.ts";
import { LocalAws } from "./fixtures/local-aws.ts";
import { expect, manageByArn, test } from "./fixtures/own-topic.ts";
import { setUp } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import { AuditPage } from "./pages/audit-page.ts";
import { SettingsPage } from "./pages/settings-page.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";

const ownTopicName = () => `Topic-${randomUUID().slice(0, 8)}`;

test("the switcher shows the topics as soon as the newcomer has chosen them", async ({ browser }) => {
  const house = await startConsole();
  const context = await browser.newContext({ baseURL: house.url });
  const page = await context.newPage();
  await setUp(page, house.setupUrl);
  await page.getByRole("button", { name: "Manage 2 topics" }).click();
  await expect(page.getByRole("status", { name: "Messages" })).toContainText("2 topics are managed now");
  await page.getByRole("button", { name: "Topic: AntivirusNotificationsTopic us-east-1" }).click();
  await expect(page.getByRole("link", { name: /^ClassificationNotificationsTopic/ })).toBeVisible();
  await context.close();
  await house.stop();
});

test("a topic is added by its ARN and shown with its region and account", async ({ page, aws }) => {
  const arn = await elsewhere.createTopic(aws, ownTopicName());
  const topic = await manageByArn(page, arn);
  await expect(page.getByRole("button", { name: `Topic: ${topic.name} us-east-1` })).toBeVisible();
  await expect(page.getByText("Nobody is notified yet")).toBeVisible();

  const settings = new SettingsPage(page);
  await settings.goto();
  const row = settings.row(topic.name);
  await expect(row).toContainText(arn);
  await expect(row.getByRole("cell", { name: "123456789012" })).toBeVisible();
  await expect(row.getByRole("cell", { name: "Antivirus for Amazon S3", exact: true })).toBeVisible();
});

test("topics of another region are listed and managed there", async ({ page, aws }) => {
  const name = ownTopicName();
  const frankfurt = new LocalAws(aws.url, "eu-central-1");
  const arn = await elsewhere.createTopic(frankfurt, name);
  expect(arn).toContain(":eu-central-1:");
  await elsewhere.subscribe(frankfurt, { topicArn: arn, protocol: "sms", endpoint: "+4915112345678" });

  await page.goto("/setup/topics");
  await expect(page.getByRole("checkbox", { name: "AntivirusNotificationsTopic" })).toBeVisible();
  await page.getByRole("combobox", { name: "Region" }).fill("eu-central-1");
  await page.getByRole("button", { name: "List topics" }).click();
  await expect(page.getByRole("checkbox", { name: "AntivirusNotificationsTopic" })).toBeHidden();
  await page.getByRole("checkbox", { name }).check();
  const row = page.getByRole("listitem").filter({ hasText: arn });
  await page.getByRole("button", { name: "Manage 1 topic" }).click();
  await expect(row.getByRole("alert")).toContainText("Choose the products that publish to this topic");
  await row.getByRole("checkbox", { name: "Classification for Amazon S3" }).check();
  await page.getByRole("button", { name: "Manage 1 topic" }).click();
  await expect(page.getByRole("button", { name: `Topic: ${name} eu-central-1` })).toBeVisible();
  await expect(new SubscriptionsPage(page).row("+4915112345678")).toBeVisible();
});

test("an ARN that is none, and a topic that AWS does not know, are refused with the reason", async ({
  page,
}) => {
  await page.goto("/setup/topics");
  const arn = page.getByLabel("Or paste a topic ARN");
  await arn.fill("arn:aws:s3:::bucket");
  await page.getByRole("button", { name: "Add to the list" }).click();
  await expect(
    page.getByText("Enter the ARN of an SNS topic: arn:aws:sns:region:account:name."),
  ).toBeVisible();
  const unknown = `arn:aws:sns:us-east-1:123456789012:${ownTopicName()}`;
  await arn.fill(unknown);
  await page.getByRole("button", { name: "Add to the list" }).click();
  const row = page.getByRole("listitem").filter({ hasText: unknown });
  await row.getByRole("checkbox", { name: "Antivirus for Amazon S3" }).check();
  await page.getByRole("button", { name: "Manage 1 topic" }).click();
  await expect(row.getByRole("alert")).toContainText("Topic does not exist");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();
});

test("changing a topic's products reads its filters anew and is written to the audit", async ({
  page,
  aws,
  topic,
}) => {
  const endpoint = unique.queue("both");
  const policy = { notificationType: ["classificationResult"] };
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "sqs", endpoint, policy });
  const subscriptions = new SubscriptionsPage(page);
  await subscriptions.refresh();
  const filter = subscriptions.row(endpoint).getByText("Custom", { exact: true });
  await expect(filter).toBeVisible();

  const settings = new SettingsPage(page);
  await settings.goto();
  const dialog = await settings.open(topic.name, "Change products", "dialog");
  await dialog.getByRole("checkbox", { name: "Classification for Amazon S3" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(settings.messages).toContainText(`The products of ${topic.name} are changed`);
  await expect(settings.row(topic.name)).toContainText(
    "Antivirus for Amazon S3, Classification for Amazon S3",
  );

  await subscriptions.open(topic.id);
  await expect(subscriptions.row(endpoint)).toBeVisible();
  await expect(filter).toBeHidden();

  const audit = new AuditPage(page);
  await audit.goto();
  await audit.search(topic.name);
  await audit.expectChange(
    "Changed a topic's products",
    "Products",
    "antivirus",
    "antivirus, classification",
  );
});

test("at least one product must publish to a topic", async ({ page, topic }) => {
  const settings = new SettingsPage(page);
  await settings.goto();
  const dialog = await settings.open(topic.name, "Change products", "dialog");
  await dialog.getByRole("checkbox", { name: "Antivirus for Amazon S3" }).uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Choose at least one product");
  await expect(dialog.getByRole("checkbox", { name: "Antivirus for Amazon S3" })).toBeFocused();
});

test("a topic that is no longer managed leaves the console, and its subscriptions stay at AWS", async ({
  page,
  aws,
  topic,
}) => {
  const endpoint = unique.queue("stays");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "sqs", endpoint });
  const settings = new SettingsPage(page);
  await settings.goto();
  const question = await settings.open(topic.name, "Stop managing", "alertdialog");
  await expect(question).toContainText("Its subscriptions stay at AWS as they are");
  await question.getByRole("button", { name: "Stop managing" }).click();
  await expect(settings.messages).toContainText(`The console no longer manages ${topic.name}`);
  await expect(settings.row(topic.name)).toBeHidden();
  await page.getByRole("button", { name: /^Topic:/ }).click();
  await expect(page.getByRole("link", { name: "Manage topics" })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(`^${topic.name}`) })).toBeHidden();
  // the console's own feed is no one's notification, and ends with it
  expect((await aws.everyListed(topic.arn)).map((each) => each.endpoint)).toEqual([endpoint]);

  const again = await manageByArn(page, topic.arn);
  expect(again.id, "by which its history is found again").toBe(topic.id);
  await expect(new SubscriptionsPage(page).row(endpoint)).toBeVisible();
});

test("the switcher leads from topic to topic, and pages that name none keep the last one", async ({
  page,
  house,
  topic,
}) => {
  const switcher = page.getByRole("button", { name: /^Topic:/ });
  await expect(switcher).toContainText(topic.name);
  await switcher.click();
  await page.getByRole("link", { name: /^ClassificationNotificationsTopic/ }).click();
  await expect(page).toHaveURL(new RegExp(`topic=${house.topics.classification.id}`));
  await expect(switcher).toContainText("ClassificationNotificationsTopic");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Dashboard" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(switcher).toContainText("ClassificationNotificationsTopic");
  await page.goto("/configuration/proactive-notifications");
  await expect(switcher).toContainText("ClassificationNotificationsTopic");
});

test("the theme is kept by the server, so that no other one flashes up first", async ({ page }) => {
  const html = page.locator("html");
  await page.goto("/monitoring/audit");
  await expect(html).not.toHaveAttribute("data-theme", /./);
  await page.getByRole("button", { name: /^Signed in as/ }).click();
  await page.getByTitle("Dark theme").click();
  await expect(html).toHaveAttribute("data-theme", "dark");

  for (const path of ["/monitoring/audit", "/setup/topics", "/nowhere"]) {
    const answer = await page.request.get(path);
    expect(await answer.text(), path).toMatch(/^<!DOCTYPE html><html[^>]* data-theme="dark"/);
  }
  await page.reload();
  await expect(html).toHaveAttribute("data-theme", "dark");
  await expect(html).toHaveCSS("color-scheme", "dark");

  await page.getByRole("button", { name: /^Signed in as/ }).click();
  await expect(page.getByRole("radio", { name: "Dark theme" })).toBeChecked();
  await page.getByTitle("System theme").click();
  await page.reload();
  await expect(html).not.toHaveAttribute("data-theme", /./);
});

test("the audit finds entries by text and by action, and shows what changed", async ({ page, topic }) => {
  const settings = new SettingsPage(page);
  await settings.goto();
  const dialog = await settings.open(topic.name, "Change products", "dialog");
  await dialog.getByRole("checkbox", { name: "Classification for Amazon S3" }).check();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(settings.messages).toContainText("are changed");

  const audit = new AuditPage(page);
  await audit.goto();
  await audit.search(topic.name);
  await expect(page).toHaveURL(new RegExp(`q=${topic.name}`));
  await expect(audit.entries.locator("summary")).toContainText([
    "Changed a topic's products",
    "Noticed a change of a feed",
    "Turned a feed on",
    "Added a topic",
  ]);
  await audit.filterBy("Added a topic");
  await expect(page).toHaveURL(/action=topic\.add/);
  await expect(audit.entries).toHaveCount(1);
  await audit.expectChange("Added a topic", "ARN", null, topic.arn);
  await expect(audit.entries.getByTitle("Ada Lovelace")).toBeVisible();
  await expect(audit.entries.getByText(/^AWS request id [0-9a-f-]{36}/)).toBeVisible();

  await page.reload();
  await expect(audit.entries).toHaveCount(1);
  await audit.search(`${topic.name}-that-never-was`);
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await page.getByRole("link", { name: "Clear filters" }).last().click();
  await expect(page).toHaveURL(/\/monitoring\/audit$/);
  await expect(audit.entries.first()).toBeVisible();
});
