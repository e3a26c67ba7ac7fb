import { randomUUID } from "node:crypto";
import { expectAccessible } from "./fixtures/accessible.ts";
import { elsewhere } from "./fixtures/elsewhere.ts";
import { expect, test } from "./fixtures/own-topic.ts";
import { AuditPage } from "./pages/audit-page.ts";
import { EventBridgeCard, EventPatternPage } from "./pages/event-bridge-page.ts";
import { HistoryPage } from "./pages/history-page.ts";
import { LogsPage } from "./pages/logs-page.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";

const ruleName = () => `clean-${randomUUID().slice(0, 8)}`;
const cleanPattern = {
  source: ["cloud-storage-security"],
  "detail-type": ["ScanResult"],
  detail: { MessageAttributes: { scanResult: { StringValue: ["Clean"] } } },
};

test("clean scan results reach a log group by one click, and infected ones do not", async ({
  page,
  aws,
  topic,
}) => {
  const card = new EventBridgeCard(page);
  await card.goto();
  await card.toggle.check();
  await card.save();
  await expect(card.messages).toContainText("goes to the event bus default");
  await expectAccessible(page, "the card of EventBridge");

  const name = ruleName();
  const patterns = new EventPatternPage(page);
  await patterns.goto(topic.id);
  await patterns.fields.choose({ types: ["Scan result"], results: ["Clean"] });
  await patterns.expectPattern(cleanPattern);
  await page.getByRole("button", { name: "Test with AWS" }).click();
  await expect(page.getByText("lets 1 of 16 sample events through: the same as above")).toBeVisible();
  await patterns.name.fill(name);
  await patterns.create();
  await expect(patterns.steps).toHaveCount(5);
  await expect(patterns.steps.filter({ hasText: "Rule with the event pattern" })).toContainText("Made");
  await expect(patterns.rule(name)).toContainText("At work");
  await expectAccessible(page, "a rule that was made");

  const key = `${randomUUID().slice(0, 8)}.pdf`;
  for (const scanResult of ["Infected", "Clean"])
    await aws.publish(topic.arn, JSON.stringify({ key, result: scanResult }), {
      notificationType: "scanResult",
      scanResult,
      bucket: "invoices",
      key,
    });
  await page.getByRole("link", { name: "Open the log group" }).click();
  await page.waitForURL(/local-aws\/logs/);
  const logs = new LogsPage(page);
  await logs.expectEvents(1);
  expect(await logs.readNewest()).toMatchObject({
    "detail-type": "ScanResult",
    detail: { MessageAttributes: { scanResult: { StringValue: "Clean" }, key: { StringValue: key } } },
  });
  await expectAccessible(page, "an event of a log group");

  // once both have gone out, the group still has but the one that the pattern lets through
  const address = page.url();
  await new HistoryPage(page).openOnceArrived(topic.id, 2);
  await card.goto();
  await expect(card.counter("Waiting")).toHaveText("0");
  await page.goto(address);
  await logs.expectEvents(1);
});

test("the test event says by which id to find it", async ({ page }) => {
  const card = new EventBridgeCard(page);
  await card.goto();
  await card.card.getByRole("button", { name: "Send test event" }).click();
  await expect(card.messages).toContainText(/took the event [0-9a-f-]{36}/);
});

test("a bus that does not exist is refused at its field, and what was typed stays", async ({ page }) => {
  const card = new EventBridgeCard(page);
  await card.goto();
  await card.toggle.check();
  await card.bus.selectOption({ label: "Another bus, by its name" });
  await card.bus.fill("nowhere");
  await card.save();
  await expect(card.bus).toHaveAccessibleDescription(/There is no event bus "nowhere" in us-east-1/);
  await expect(card.bus).toHaveValue("nowhere");
  await expectAccessible(page, "a refused bus");
});

test("the bus can be typed where AWS lists none", async ({ page, aws }) => {
  await aws.faults([
    {
      operation: "ListEventBuses",
      code: "AccessDeniedException",
      status: 400,
      message: "not yours",
      times: 3,
    },
  ]);
  await page.goto("/configuration/console-settings");
  const card = new EventBridgeCard(page);
  await expect(card.card.getByText(/The buses could not be listed.*not yours/)).toBeVisible();
  await expect(card.bus).toBeEditable();
});

test("a step that AWS refuses undoes the steps before it", async ({ page, aws, topic }) => {
  const name = ruleName();
  const patterns = new EventPatternPage(page);
  await patterns.goto(topic.id);
  await patterns.fields.choose({ types: ["Scan result"], results: ["Clean"] });
  await patterns.name.fill(name);
  await aws.faults([
    { operation: "PutTargets", code: "AccessDeniedException", status: 400, message: "not yours", times: 1 },
  ]);
  await patterns.create();
  await expect(page.getByText("Nothing was kept of it")).toBeVisible();
  await expect(patterns.steps.filter({ hasText: "as the rule's target" })).toContainText("not yours");
  await expect(patterns.steps.filter({ hasText: "Rule with the event pattern" })).toContainText("Undone");
  await expect(patterns.rule(name)).toBeHidden();
});

test("a rule made here is never overwritten, is removed on request, and the audit has both", async ({
  page,
  topic,
}) => {
  const name = ruleName();
  const patterns = new EventPatternPage(page);
  await patterns.goto(topic.id);
  await patterns.fields.choose({ types: ["Scan result"], results: ["Clean"] });
  await patterns.name.fill(name);
  await patterns.create();
  await expect(patterns.rule(name)).toContainText("At work");
  await patterns.fields.result("Infected").check();
  await patterns.create();
  await expect(page.getByText("Nothing was made")).toBeVisible();
  await expect(patterns.steps.filter({ hasText: "Rule with the event pattern" })).toContainText(
    "another event pattern",
  );

  await page.getByRole("button", { name: `Remove ${name}` }).click();
  const dialog = page.getByRole("alertdialog");
  await expectAccessible(page, "removing a rule");
  await dialog.getByRole("checkbox", { name: "Delete the log group too" }).check();
  await dialog.getByRole("button", { name: "Remove rule" }).click();
  await expect(page.getByRole("status", { name: "Messages" })).toContainText("and its log group with it");
  await expect(patterns.rule(name)).toBeHidden();

  const audit = new AuditPage(page);
  await audit.goto();
  await audit.search(name);
  await expect(audit.entry("Removed a rule that writes to a log group")).toBeVisible();
  await expect(audit.entry("Made a rule that writes to a log group")).toBeVisible();
});

test("a subscription's filter becomes a pattern from its row", async ({ page, aws, topic }) => {
  await elsewhere.subscribe(aws, {
    topicArn: topic.arn,
    protocol: "sms",
    endpoint: "+4915112345679",
    policy: { scanResult: [{ prefix: "Infected" }] },
  });
  const list = new SubscriptionsPage(page);
  await list.open(topic.id);
  await list.refresh();
  await expect(list.row("+4915112345679")).toBeVisible();
  await page.getByRole("button", { name: "Actions for +4915112345679" }).click();
  await page.getByRole("menuitem", { name: "Make event pattern" }).click();
  await page.waitForURL(/event-pattern/);
  await expect(page.getByText("Begun with the filter of +4915112345679")).toBeVisible();
  const patterns = new EventPatternPage(page);
  await patterns.expectPattern({
    source: ["cloud-storage-security"],
    detail: { MessageAttributes: { scanResult: { StringValue: [{ prefix: "Infected" }] } } },
  });
});
