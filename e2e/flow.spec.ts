import type { Page } from "@playwright/test";
import { isResultType } from "../lib/catalog/notification-types.ts";
import { findResult } from "../lib/catalog/results.ts";
import { type Sample, samplesFor } from "../lib/catalog/samples/index.ts";
import { expectAccessible } from "./fixtures/accessible.ts";
import { startConsole } from "./fixtures/console.ts";
import { elsewhere } from "./fixtures/elsewhere.ts";
import { LocalAws } from "./fixtures/local-aws.ts";
import { expect, test } from "./fixtures/own-topic.ts";
import { manageSampleTopics, setUp } from "./fixtures/test.ts";
import { ApiTokens } from "./pages/api-tokens.ts";
import { AuditPage } from "./pages/audit-page.ts";
import { EventBridgeCard, EventPatternPage } from "./pages/event-bridge-page.ts";
import { Feeds } from "./pages/feeds.ts";
import { HistoryPage } from "./pages/history-page.ts";
import { LogsPage } from "./pages/logs-page.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";

// one long way, on which each new page and dialog is held to WCAG
test.describe.configure({ timeout: 300_000 });

const fresh = test.extend<{ newHouse: Awaited<ReturnType<typeof startConsole>> }>({
  newHouse: async ({ browserName: _ }, use) => {
    const house = await startConsole();
    await use(house);
    await house.stop();
  },
  baseURL: ({ newHouse }, use) => use(newHouse.url),
  storageState: ({ browserName: _ }, use) => use({ cookies: [], origins: [] }),
});

const samples = { antivirus: samplesFor(["antivirus"]), classification: samplesFor(["classification"]) };
const all = [...samples.antivirus, ...samples.classification];
const clean = samples.antivirus.filter(({ result }) => result === "Clean");

fresh(
  "what both products publish is received, kept, sent on, and written where a rule asks for it",
  async ({ page, newHouse }) => {
    const aws = new LocalAws(newHouse.awsUrl);
    const feeds = new Feeds(page);
    const history = new HistoryPage(page);
    const card = new EventBridgeCard(page);
    await setUp(page, newHouse.setupUrl);
    await page.getByRole("checkbox", { name: "Keep a history of what these topics carry" }).uncheck();
    const topics = await manageSampleTopics(page);

    await test.step("before the feeds are on, the pages say what is missing", async () => {
      await history.open(topics.antivirus.id);
      await expect(page.getByText("The feed of this topic is off")).toBeVisible();
      await expectAccessible(page, "a history without its feed");
      await page.goto("/local-aws/logs");
      await expect(page.getByText("No log group yet")).toBeVisible();
      await expectAccessible(page, "no log groups");
    });

    await test.step("turns on both feeds", async () => {
      await feeds.goto();
      for (const name of ["AntivirusNotificationsTopic", "ClassificationNotificationsTopic"]) {
        const dialog = await feeds.open(name, "Turn on");
        await dialog.getByRole("button", { name: "Turn on" }).click();
        await feeds.expectState(name, "On");
      }
    });

    await test.step("sends everything on to EventBridge, and clean scan results to a log group", async () => {
      await card.goto();
      await card.toggle.check();
      await card.save();
      await expect(card.messages).toContainText("goes to the event bus default");
      const patterns = new EventPatternPage(page);
      await patterns.goto(topics.antivirus.id);
      await expectAccessible(page, "event patterns");
      await patterns.fields.choose({ types: ["Scan result"], results: ["Clean"] });
      await patterns.name.fill("clean-scans");
      await patterns.create();
      await expect(patterns.rule("clean-scans")).toContainText("At work");
      await page.goto("/local-aws/logs");
      await expect(page.getByText("No event yet")).toBeVisible();
      await expectAccessible(page, "a log group without events");
    });

    await test.step("each sample that is published is in the history", async () => {
      for (const sample of samples.antivirus) await publish(aws, topics.antivirus.arn, sample);
      for (const sample of samples.classification) await publish(aws, topics.classification.arn, sample);
      for (const product of ["antivirus", "classification"] as const) {
        await history.openOnceArrived(topics[product].id, samples[product].length);
        for (const label of resultsOf(samples[product]))
          await expect(history.row(label).first()).toBeVisible();
      }
    });

    await test.step("EventBridge was sent each, and wrote the clean scan results alone", async () => {
      await card.goto();
      await expect(card.counter("Sent")).toContainText(new RegExp(`^${all.length}\\b`));
      await expect(card.counter("Waiting")).toHaveText("0");
      await expect(card.counter("Failed")).toHaveText("0");
      await page.goto("/local-aws/logs");
      const logs = new LogsPage(page);
      await logs.expectEvents(clean.length);
      expect(await logs.readNewest()).toMatchObject({
        source: "cloud-storage-security",
        "detail-type": "ScanResult",
        detail: { MessageAttributes: { scanResult: { DataType: "String", StringValue: "Clean" } } },
      });
      await expectAccessible(page, "a log group with events");
    });

    await test.step("the audit has each of it", async () => {
      const audit = new AuditPage(page);
      await audit.goto();
      await expect(audit.entry("Turned a feed on")).toHaveCount(2);
      await expect(audit.entry("Made a rule that writes to a log group")).toHaveCount(1);
    });
  },
);

const resultsOf = (published: readonly Sample[]) =>
  published.flatMap(({ type, result }) =>
    isResultType(type) && result ? (findResult(type, result)?.label ?? []) : [],
  );

async function publish(aws: LocalAws, topicArn: string, { subject, attributes, body }: Sample) {
  const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
  await elsewhere.publish(aws, topicArn, { subject, attributes: Object.fromEntries(values), body });
}

test("a program publishes by a token that is shown once, until the token is revoked", async ({
  page,
  context,
  house,
  topic,
}) => {
  const tokens = new ApiTokens(page);
  const name = "Nightly scanner";
  const ask = (token: string, body: unknown) =>
    // not the browser: a program has no session
    fetch(`${house.url}/api/v1/notifications`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const batch = {
    notifications: samples.antivirus.map(({ product, type, body, attributes }) => ({
      topicArn: topic.arn,
      product,
      type,
      body: JSON.parse(body),
      ...(attributes.scanType && { scanType: attributes.scanType.value }),
    })),
  };

  await tokens.goto();
  await expectAccessible(page, "no tokens yet");
  const dialog = await tokens.openCreate();
  await dialog.getByRole("button", { name: "Create token" }).click();
  await expect(dialog.getByRole("alert").first()).not.toBeEmpty();
  await expectAccessible(page, "a token without a name");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create token" }).click();
  const made = page.getByRole("dialog", { name: "Copy the API token" });
  const token = await made.getByRole("region", { name: "API token" }).innerText();
  expect(token).toMatch(/^pn_\S{20,}$/);
  await expectAccessible(page, "a token that was made");
  await made.getByRole("button", { name: "I have copied it" }).click();
  await expect(tokens.row(name)).toContainText("Publish");
  await page.reload();
  await expect(tokens.row(name)).toContainText(token.slice(-4));
  expect(await page.content()).not.toContain(token);

  await test.step("each sample of the product is published and received", async () => {
    const answer = await ask(token, batch);
    const { outcomes } = await answer.json();
    expect(outcomes).toEqual(batch.notifications.map(() => ({ status: 202, messageId: expect.any(String) })));
    await new HistoryPage(page).openOnceArrived(topic.id, batch.notifications.length);
  });

  await test.step("what is wrong with a notification is named", async () => {
    const [right] = batch.notifications;
    const answer = await ask(token, { ...right, type: "scanResult", body: { result: "Clena" } });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(JSON.stringify(await answer.json())).toContain("/body/result");
  });

  await tokens.goto();
  await expect(tokens.row(name)).not.toContainText("Never");
  const question = await tokens.openRevoke(name);
  await expectAccessible(page, "revoking a token");
  await question.getByRole("button", { name: "Revoke token" }).click();
  await expect(tokens.row(name)).toHaveCount(0);
  expect((await ask(token, batch)).status).toBe(401);
  expect((await context.request.get("/api/v1/openapi.json")).status()).toBe(200);
});

test("a sample is sent as a drill, after showing who gets it, and is seen to arrive", async ({
  page,
  aws,
  topic,
}) => {
  await elsewhere.subscribe(aws, {
    topicArn: topic.arn,
    protocol: "sms",
    endpoint: "+4915112345670",
    policy: { scanResult: ["Infected"] },
  });
  const list = new SubscriptionsPage(page);
  await list.open(topic.id);
  await list.refresh();
  await expect(list.row("+4915112345670")).toBeVisible();
  const history = new HistoryPage(page);
  await history.open(topic.id);
  await expectAccessible(page, "an empty history");
  await page.getByRole("link", { name: "Send a sample" }).click();
  const dialog = page.getByRole("dialog", { name: "Send a sample" });
  await expect(dialog).toContainText("+4915112345670");
  await expectAccessible(page, "sending a sample");
  await dialog.getByLabel("Bucket").fill("payroll-2026");
  await dialog.getByRole("button", { name: "Send sample" }).click();
  await expect(dialog.getByText("It has arrived")).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page, "a sample that arrived");
  await dialog.getByRole("link", { name: "Show it" }).click();
  await expect(page.getByRole("heading", { name: "What it says" })).toBeVisible();
  await expect(page.getByText("Drill", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("[Drill]").first()).toBeVisible();
  await expect(history.card("Who receives it, and why")).toContainText("+4915112345670");
  await expectAccessible(page, "a drill");

  await page.getByRole("link", { name: "Who gets this?" }).last().click();
  await expect(page.getByText("Received from the topic")).toBeVisible();
  await expectAccessible(page, "who gets a message that was received");
  await history.open(topic.id, { q: "nobody-has-this" });
  await expect(page.getByText("No notification matches")).toBeVisible();
  await expectAccessible(page, "a history where nothing matches");
});

test("administrators say for how long messages are kept", async ({ page }) => {
  const retention = await openRetention(page);
  const days = retention.getByLabel("Clean and non-matching results, days");
  await days.fill("0");
  await retention.getByRole("button", { name: "Save" }).click();
  await expect(days).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "a refused retention");
  await days.fill("14");
  await retention.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status", { name: "Messages" })).toContainText("Saved");
  await openRetention(page);
  await expect(days).toHaveValue("14");
});

async function openRetention(page: Page) {
  // what is entered before the script has run would be undone by it
  await new EventBridgeCard(page).goto();
  const retention = page.getByRole("region", { name: "Retention" });
  await expect(retention).toBeVisible();
  return retention;
}
