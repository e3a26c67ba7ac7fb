import { expectAccessible } from "./fixtures/accessible.ts";
import { elsewhere } from "./fixtures/elsewhere.ts";
import { expect, test } from "./fixtures/own-topic.ts";
import { unique } from "./fixtures/unique.ts";
import { SimulatePage } from "./pages/simulate-page.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";

const infected = { notificationType: ["scanResult"], scanResult: ["Infected"] };
const clean = { notificationType: ["scanResult"], scanResult: ["Clean"] };
const notification = {
  Type: "Notification",
  Message: "{}",
  MessageAttributes: {
    notificationType: { Type: "String", Value: "scanResult" },
    scanResult: { Type: "String", Value: "Clean" },
  },
};

test("answers for every subscription whether it gets a sample, and why not", async ({ page, aws, topic }) => {
  const told = unique.queue("told");
  const deaf = unique.queue("deaf");
  const waiting = unique.mail("waiting");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "sqs", endpoint: told, policy: infected });
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "sqs", endpoint: deaf, policy: clean });
  await elsewhere.subscribe(aws, {
    topicArn: topic.arn,
    protocol: "email",
    endpoint: waiting,
    policy: infected,
  });
  const list = new SubscriptionsPage(page);
  await list.refresh();
  await expect(list.row(waiting)).toBeVisible();

  const simulate = new SimulatePage(page);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Who gets this?" }).click();
  await expect(simulate.answer).toContainText("1 of 3 subscriptions receives this message.");
  await expect(simulate.row(told)).toContainText("Yes");
  await expect(simulate.row(deaf)).toContainText("No");
  await expect(simulate.row(deaf)).toContainText(/scanResult is Clean; the message says Infected/);
  await expect(simulate.row(waiting)).toContainText("Not known");

  await test.step("another sample is asked about at once, and the link holds it", async () => {
    const sample = page.getByLabel("Message", { exact: true });
    await sample.selectOption({
      label: (await sample.locator("option").allTextContents()).find((title) => /clean/i.test(title)) ?? "",
    });
    await expect(page).toHaveURL(/sample=antivirus%2FscanResult%2FClean/);
    await expect(simulate.row(deaf)).toContainText("Yes");
    await page.reload();
    await expect(simulate.row(deaf)).toContainText("Yes");
    await expect(simulate.row(told)).toContainText("No");
  });

  await test.step("the rows can be narrowed to an answer", async () => {
    await simulate.answer.getByRole("link", { name: /Does not/ }).click();
    await expect(page).toHaveURL(/answer=filtered/);
    await expect(simulate.row(told)).toBeVisible();
    await expect(simulate.row(deaf)).toBeHidden();
  });
});

test("reads a pasted notification, short in the link and long kept by the console", async ({
  page,
  aws,
  topic,
}) => {
  const endpoint = unique.queue("clean");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "sqs", endpoint, policy: clean });
  const list = new SubscriptionsPage(page);
  await list.refresh();
  await expect(list.row(endpoint)).toBeVisible();
  const simulate = new SimulatePage(page);
  await simulate.open(topic.id);

  await simulate.paste(notification);
  await expect(page.getByText("Read as an SNS notification.")).toBeVisible();
  await expect(page).toHaveURL(/message=%7B/);
  await expect(simulate.row(endpoint)).toContainText("Yes");

  await simulate.paste({ ...notification, Message: JSON.stringify({ padding: "x".repeat(4000) }) });
  await expect(page).toHaveURL(/kept=/);
  await expect(simulate.row(endpoint)).toContainText("Yes");
  await page.reload();
  await expect(simulate.row(endpoint)).toContainText("Yes");

  await simulate.paste("{ not json");
  await expect(page.getByText(/This is not JSON/)).toBeVisible();
  await expect(simulate.table).toBeHidden();
});

test("the dashboard names what nobody is told of, and leads to the wizard and to who gets it", async ({
  page,
  aws,
  topic,
}) => {
  const endpoint = unique.queue("clean");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "sqs", endpoint, policy: clean });
  const list = new SubscriptionsPage(page);
  await list.refresh();
  await expect(list.row(endpoint)).toBeVisible();
  await page.goto(`/?topic=${topic.id}`);
  const coverage = page.getByRole("region", { name: "Coverage" });
  const matrix = coverage.getByRole("table", { name: `Who is told of what on ${topic.name}` });
  await expect(matrix.getByRole("row", { name: /^Scan result Infected Nobody/ })).toBeVisible();
  await expect(matrix.getByRole("row", { name: /^Scan result Clean Certain 1 always/ })).toBeVisible();

  await coverage.getByRole("link", { name: "Add Subscription: Scan result: Infected", exact: true }).click();
  const wizard = page.getByRole("dialog", { name: "Add Proactive Notifications Subscription" });
  await expect(wizard.getByRole("checkbox", { name: /^Scan result/ })).toBeChecked();
  await expect(wizard.getByRole("checkbox", { name: /^Infected(?! \()/ })).toBeChecked();

  await page.goto(`/?topic=${topic.id}`);
  await coverage.getByLabel("Its name or number").fill("one-bucket");
  await coverage.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/bucket=one-bucket/);
  await expect(coverage).toContainText("what concerns bucket one-bucket");
  await coverage.getByRole("link", { name: "Who gets this? Scan result: Infected", exact: true }).click();
  await expect(new SimulatePage(page).answer).toContainText("Nobody receives this message");
  await expect(page.getByLabel("Bucket", { exact: true })).toHaveValue("one-bucket");
});

test("both pages are accessible in both themes and at 320 px", async ({ page, aws, topic }) => {
  const endpoint = unique.queue("clean");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "sqs", endpoint, policy: clean });
  const list = new SubscriptionsPage(page);
  await list.refresh();
  await expect(list.row(endpoint)).toBeVisible();
  const simulate = new SimulatePage(page);

  await simulate.open(topic.id);
  await expect(simulate.row(endpoint)).toBeVisible();
  await expectAccessible(page, "a sample and who gets it");

  await simulate.paste("{ not json");
  await expect(page.getByText(/This is not JSON/)).toBeVisible();
  await expectAccessible(page, "a message that cannot be read");

  await page.goto(`/?topic=${topic.id}`);
  await expect(page.getByRole("table", { name: /^Who is told of what/ })).toBeVisible();
  await expectAccessible(page, "the dashboard with blind spots");
});
