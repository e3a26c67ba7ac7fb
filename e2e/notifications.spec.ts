import { expectAccessible } from "./fixtures/accessible.ts";
import { elsewhere, type Published } from "./fixtures/elsewhere.ts";
import { expect, type OwnTopic, test } from "./fixtures/own-topic.ts";
import { unique } from "./fixtures/unique.ts";
import { HistoryPage } from "./pages/history-page.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

const scan = (scanResult: string, key: string, bucket = "payroll"): Published => ({
  subject: `AV-for-S3: ${scanResult} object found`,
  attributes: { notificationType: "scanResult", scanResult, bucket, accountId: "123456789012", key },
  body: {
    guid: "1",
    dateScanned: "2026-01-02T03:04:05.1234567Z",
    discoveredDate: "0001-01-01T00:00:00",
    bucketName: bucket,
    key,
    result: scanResult,
    scanResults: [
      {
        result: scanResult,
        virusName: scanResult === "Infected" ? ["EICAR-AV-TEST"] : [],
        message: [],
        dateScanned: "2026-01-02T03:04:05Z",
        engine: "Sophos",
        engineVersion: "3.94",
        virusDbVersion: "6.21",
        scanType: "GoFwd",
      },
    ],
    actionTaken: "Move",
    movedTo: "quarantine",
    accountId: "123456789012",
  },
});

const HOSTILE = "invoice\u202efdp.exe<img src=x onerror=alert(1)>";

async function publishAll(aws: Parameters<typeof elsewhere.publish>[0], topic: OwnTopic, all: Published[]) {
  for (const each of all) await elsewhere.publish(aws, topic.arn, each);
}

test("shows what the topic carried, by search and filters, each message with its reason", async ({
  page,
  aws,
  topic,
}) => {
  const told = unique.queue("told");
  const deaf = unique.queue("deaf");
  await elsewhere.subscribe(aws, {
    topicArn: topic.arn,
    protocol: "sqs",
    endpoint: told,
    policy: { scanResult: ["Infected"] },
  });
  await elsewhere.subscribe(aws, {
    topicArn: topic.arn,
    protocol: "sqs",
    endpoint: deaf,
    policy: { scanResult: ["Clean"] },
  });
  const list = new SubscriptionsPage(page);
  await list.refresh();
  // found before anything is published: a message is told apart from what changed after it
  for (const endpoint of [told, deaf]) await expect(list.row(endpoint)).toBeVisible();
  await publishAll(aws, topic, [
    scan("Clean", "reports/one.pdf"),
    scan("Infected", "mail/invoice.exe", "invoices"),
    scan("Suspicious", HOSTILE),
    { attributes: { notificationType: "somethingNew" }, body: { hello: "world" }, subject: "Something new" },
  ]);

  const history = new HistoryPage(page);
  await history.openOnceArrived(topic.id, 4);
  await expect(history.row("invoice.exe")).toContainText("EICAR-AV-TEST");

  await test.step("a name from an attacker is text that shows what it hides", async () => {
    await expect(history.row("⟨202E⟩")).toContainText("<img src=x");
  });

  await test.step("saved views, search and filters are links", async () => {
    await page.getByRole("link", { name: "Needs a look" }).click();
    await expect(history.rows).toHaveCount(1);
    await expect(history.row("Something new")).toContainText("Unknown type");
    await page.getByRole("link", { name: "Problems" }).click();
    await expect(history.rows).toHaveCount(2);
    await history.open(topic.id, { q: "EICAR" });
    await expect(history.rows).toHaveCount(1);
    await history.open(topic.id, { bucket: "payroll" });
    await expect(history.rows).toHaveCount(2);
    await history.open(topic.id, { q: "nobody-has-this" });
    await expect(page.getByRole("heading", { name: "No notification matches" })).toBeVisible();
    await page.getByRole("link", { name: "Clear filters" }).last().click();
    await expect(history.rows).toHaveCount(4);
  });

  await test.step("a message shows its engines, what was never set, who receives it and why", async () => {
    await history.show("invoice.exe");
    const says = history.card("What it says");
    await expect(says.getByRole("table", { name: "Engines" })).toContainText("Sophos");
    await expect(says.getByText("Discovered").locator("..")).toContainText("Not set");
    const receives = history.card("Who receives it, and why");
    await expect(receives).toContainText("1 of 2 subscriptions receives this message.");
    await expect(receives).toContainText(told);
    await expect(receives).not.toContainText(deaf);
    await expect(history.card("Raw message")).toContainText('"virusName"');
    await expectAccessible(page, "a message");
  });

  await test.step("it can be asked about, and the way goes on through the list", async () => {
    await page.getByRole("link", { name: "Who gets this?" }).last().click();
    await expect(page).toHaveURL(/received=\d+/);
    await expect(page.getByText("Received from the topic")).toBeVisible();
    await page.goBack();
    await page.getByRole("link", { name: "Older" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("one.pdf");
  });
});

test("tells what is new without moving what somebody reads", async ({ page, aws, topic }) => {
  await publishAll(aws, topic, [scan("Clean", "first.pdf")]);
  const history = new HistoryPage(page);
  await history.openOnceArrived(topic.id, 1);
  await expect(history.row("first.pdf")).toBeVisible();
  await publishAll(aws, topic, [scan("Clean", "second.pdf"), scan("Clean", "third.pdf")]);
  await expect(page.getByRole("button", { name: "2 new" })).toBeVisible({ timeout: 20_000 });
  await expect(history.rows).toHaveCount(1);
  await page.getByRole("button", { name: "2 new" }).click();
  await expect(history.rows).toHaveCount(3);
  await expect(page.getByRole("button", { name: "2 new" })).toBeHidden();
  await expectAccessible(page, "the history");
});

test("pages hold on to a row while more arrives", async ({ page, aws, topic }) => {
  const many = Array.from({ length: 30 }, (_, index) => scan("Clean", `file-${index}.pdf`));
  await publishAll(aws, topic, many);
  const history = new HistoryPage(page);
  await history.openOnceArrived(topic.id, 30);
  await history.open(topic.id, { size: "25" });
  await expect(history.rows).toHaveCount(25);
  await publishAll(aws, topic, [scan("Clean", "late.pdf")]);
  await page.getByRole("link", { name: "Older", exact: true }).click();
  await expect(history.rows).toHaveCount(5);
  await expect(history.row("late.pdf")).toBeHidden();
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(history.row("late.pdf")).toBeVisible();
});

test("a filter in the making is tried on what was received, and completes from it", async ({
  page,
  aws,
  topic,
}) => {
  await publishAll(aws, topic, [
    scan("Clean", "one.pdf"),
    scan("Infected", "two.exe", "invoices"),
    scan("Infected", "three.exe", "invoices"),
  ]);
  const history = new HistoryPage(page);
  await history.openOnceArrived(topic.id, 3);

  const list = new SubscriptionsPage(page);
  await page.goto(`/configuration/proactive-notifications?topic=${topic.id}`);
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.fields.choose({ types: ["Scan result"], results: ["Infected"] });
  await expect(wizard.dialog).toContainText(
    "2 of the 3 messages received in the last 7 days would have matched.",
  );
  await expect(wizard.dialog).toContainText("invoices/two.exe");
  await wizard.dialog.getByRole("combobox", { name: "Buckets" }).fill("inv");
  await expect(page.getByRole("option", { name: "invoices" })).toBeVisible();
  await page.keyboard.press("Escape");

  const endpoint = unique.queue("edited");
  await elsewhere.subscribe(aws, {
    topicArn: topic.arn,
    protocol: "sqs",
    endpoint,
    policy: { notificationType: ["scanResult"], scanResult: ["infected"] },
  });
  await page.goto(`/configuration/proactive-notifications?topic=${topic.id}`);
  await list.refresh();
  await test.step("a spelling that the topic never carried is told in the verdict", async () => {
    await list.row(endpoint).getByRole("button", { name: "Never matches (why)" }).click();
    await list.row(endpoint).getByRole("link", { name: "Details and suggested repair" }).click();
    const dialog = page.getByRole("dialog", { name: "Why this verdict" });
    await expect(dialog).toContainText("“infected” was never seen in “scanResult”, but “Infected” was.");
  });
});

test("samples show each message as every receiver gets it", async ({ page, topic }) => {
  await page.goto(`/monitoring/notifications/samples?topic=${topic.id}`);
  const code = page.getByRole("region", { name: /message$/ });
  await expect(code).toContainText('"MessageAttributes"');
  await page.getByRole("link", { name: "EventBridge" }).click();
  await expect(code).toContainText('"detail-type": "ScanResult"');
  await page.getByRole("link", { name: "Clean object" }).first().click();
  await expect(code).toContainText('"StringValue": "Clean"');
  await expectAccessible(page, "samples");
});

test("a message that is not kept says so", async ({ page, topic }) => {
  await page.goto(`/monitoring/notifications/999999999?topic=${topic.id}`);
  await expect(page.getByRole("heading", { name: "This message is not kept" })).toBeVisible();
});
