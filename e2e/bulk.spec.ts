import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible.ts";
import { elsewhere } from "./fixtures/elsewhere.ts";
import type { LocalAws } from "./fixtures/local-aws.ts";
import { expect, manageByArn, test } from "./fixtures/own-topic.ts";
import { unique } from "./fixtures/unique.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";

// dialogs are looked at in two themes
test.describe.configure({ timeout: 120_000 });

const infected = { notificationType: ["scanResult"], scanResult: ["Infected"] };
const wrongCase = { notificationType: ["ScanResult"] };

/** Queues, which AWS confirms at once, made behind the console's back and read by it. */
async function queues(
  page: Page,
  aws: LocalAws,
  topicArn: string,
  count: number,
  others = 0,
): Promise<string[]> {
  const endpoints = Array.from({ length: count }, (_, n) => unique.queue(`queue-${n}`));
  for (const endpoint of endpoints)
    await elsewhere.subscribe(aws, { topicArn, protocol: "sqs", endpoint, policy: infected });
  const list = new SubscriptionsPage(page);
  await list.refresh();
  await expect(list.rows).toHaveCount(Math.min(count + others, 25));
  return endpoints;
}

const tick = (page: Page, endpoint: string) => page.getByRole("checkbox", { name: `Select ${endpoint}` });
const bar = (page: Page) => page.getByRole("region", { name: "Selected subscriptions" });

async function more(page: Page, action: "Export" | "Import") {
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: action }).click();
}

async function checkDocument(page: Page, document: unknown): Promise<Locator> {
  await more(page, "Import");
  const dialog = page.getByRole("dialog", { name: "Import subscriptions" });
  await dialog.getByRole("textbox", { name: "Document" }).fill(JSON.stringify(document));
  await dialog.getByRole("button", { name: "Check document" }).click();
  return dialog;
}

const documentOf = (subscriptions: unknown[]) => ({
  format: "proactive-notifications/subscriptions/1",
  topicArn: "arn:aws:sns:us-east-1:123456789012:Notifications",
  subscriptions,
});

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}

test("a selection outlives paging, sorting, searching and a reload, and grows to all that match", async ({
  page,
  aws,
  topic,
}) => {
  const endpoints = await queues(page, aws, topic.arn, 27);
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await expect(bar(page)).toContainText("25 selected");
  await page.getByRole("link", { name: /Next/ }).click();
  await expect(new SubscriptionsPage(page).rows).toHaveCount(2);
  await expect(bar(page)).toContainText("25 selected, 25 of them not on this page");
  await bar(page).getByRole("button", { name: "Select this page" }).click();
  await expect(bar(page)).toContainText("27 selected");
  await page.reload();
  await expect(bar(page)).toContainText("27 selected");
  await bar(page).getByRole("button", { name: "Clear selection" }).click();
  await expect(bar(page)).toBeHidden();

  const [first = ""] = endpoints;
  await page.getByRole("searchbox", { name: "Search subscriptions" }).fill(first);
  await expect(new SubscriptionsPage(page).rows).toHaveCount(1);
  await tick(page, first).check();
  await page.getByRole("searchbox", { name: "Search subscriptions" }).fill("queue-");
  await expect(new SubscriptionsPage(page).rows).toHaveCount(25);
  await expect(bar(page)).toContainText("1 selected");
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await bar(page).getByRole("button", { name: "Select all 27 that match" }).click();
  await expect(bar(page)).toContainText("27 selected");
});

test("many are deleted with an answer for each; what AWS refuses stays and is tried again", async ({
  page,
  aws,
  topic,
}) => {
  const address = unique.mail("pending");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "email", endpoint: address });
  await queues(page, aws, topic.arn, 6, 1);
  const list = new SubscriptionsPage(page);
  await page.getByRole("checkbox", { name: "Select this page" }).check();
  await expectAccessible(page, "rows selected");
  await bar(page).getByRole("link", { name: "Delete" }).click();

  const question = page.getByRole("alertdialog", { name: "Delete 7 subscriptions?" });
  await expect(question).toContainText("6 confirmed: deleted at AWS");
  await expect(question).toContainText("1 pending: hidden here");
  await expect(question).toContainText("Nobody would receive Scan result: Infected any more.");
  await expectAccessible(page, "the question before many are deleted");
  const confirm = question.getByRole("button", { name: "Delete 7" });
  await expect(confirm).toBeDisabled();
  await question.getByRole("textbox", { name: "To confirm, type delete 7" }).fill("delete 7");
  await aws.faults([
    {
      operation: "Unsubscribe",
      code: "AuthorizationError",
      status: 403,
      message: "not authorized",
      times: 1,
    },
  ]);
  await confirm.click();

  const results = page.getByRole("dialog", { name: "What became of each" });
  await expect(results).toContainText("5 deleted, 1 hidden, 1 failed");
  await expect(results.getByRole("listitem").first()).toContainText("AWS refused: not authorized.");
  await expect(results.getByRole("listitem").first()).toContainText("AWS request id");
  await expectAccessible(page, "what became of each");
  await results.getByRole("button", { name: "Retry 1" }).click();
  await expect(results).toContainText("6 deleted, 1 hidden");
  await results.getByRole("button", { name: "Done" }).click();
  await expect(list.rows).toHaveCount(0);
  await expect(bar(page)).toBeHidden();
  expect((await aws.listed(topic.arn)).map(({ endpoint }) => endpoint)).toEqual([address]);
});

test("what one topic exports as JSON, an empty one imports as the same", async ({ page, aws, topic }) => {
  const endpoints = await queues(page, aws, topic.arn, 3);
  await more(page, "Export");
  const dialog = page.getByRole("dialog", { name: "Export" });
  await expect(dialog.getByRole("region", { name: "Terraform" })).toContainText("import {");
  await expectAccessible(page, "an export");
  await dialog.getByText("JSON", { exact: true }).click();
  await expect(dialog.getByRole("region", { name: "JSON" })).toContainText(endpoints[0] ?? "");
  const saving = page.waitForEvent("download");
  await dialog.getByRole("link", { name: "Download" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe(`${topic.name}-subscriptions.json`);
  const text = await textOf(download);

  const empty = await manageByArn(page, await elsewhere.createTopic(aws, `${topic.name}-empty`));
  const importing = await checkDocument(page, JSON.parse(text));
  await expect(importing).toContainText("3 new.");
  await importing.getByRole("button", { name: "Import 3" }).click();
  await expect(importing).toContainText("3 added and confirmed.");
  await importing.getByRole("button", { name: "Done" }).click();
  await expect(new SubscriptionsPage(page).rows).toHaveCount(3);
  for (const endpoint of endpoints) {
    const { FilterPolicy = "" } = (await aws.attributes(empty.arn, endpoint)) ?? {};
    expect(JSON.parse(FilterPolicy)).toEqual(infected);
  }
});

test("an import judges each row before anything is made, overwrites nothing and can be retried", async ({
  page,
  aws,
  topic,
}) => {
  const [taken = ""] = await queues(page, aws, topic.arn, 1);
  const good = unique.queue("good");
  const refused = unique.queue("refused");
  const never = unique.queue("never");
  const importing = await checkDocument(
    page,
    documentOf([
      { protocol: "sqs", endpoint: refused, filterPolicy: infected },
      { protocol: "sqs", endpoint: good, filterPolicy: infected },
      { protocol: "sqs", endpoint: never, filterPolicy: wrongCase },
      { protocol: "sqs", endpoint: taken, filterPolicy: wrongCase },
      { protocol: "email", endpoint: "no address", filterPolicy: infected },
    ]),
  );
  const row = (endpoint: string) => importing.getByRole("row").filter({ hasText: endpoint });
  const box = (endpoint: string) =>
    importing.getByRole("checkbox", { name: `Import ${endpoint}`, exact: true });
  await expect(row(never)).toContainText("Never matches");
  await expect(box(never)).not.toBeChecked();
  await expect(row(taken)).toContainText("Exists, with another filter");
  await expect(box(taken)).toBeDisabled();
  await expect(row("no address")).toContainText("Cannot be imported");
  await expect(box("no address")).toBeDisabled();
  await expectAccessible(page, "the plan of an import");
  await box(never).check();
  await aws.faults([
    { operation: "Subscribe", code: "AuthorizationError", status: 403, message: "not authorized", times: 1 },
  ]);
  await importing.getByRole("button", { name: "Import 3" }).click();
  await expect(importing).toContainText("2 added and confirmed. 1 failed.");
  await expect(row(refused)).toContainText("AWS refused: not authorized.");
  await importing.getByRole("button", { name: "Retry 1" }).click();
  await expect(importing).toContainText("3 added and confirmed.");
  await importing.getByRole("button", { name: "Done" }).click();
  await expect(new SubscriptionsPage(page).rows).toHaveCount(4);
  const { FilterPolicy = "" } = (await aws.attributes(topic.arn, taken)) ?? {};
  expect(JSON.parse(FilterPolicy)).toEqual(infected);
});

test("a document that cannot be read says what is wrong and where", async ({ page, topic }) => {
  const importing = await checkDocument(page, documentOf([{ protocol: "Email", endpoint: "" }]));
  await expect(importing.getByRole("alert")).toContainText("subscriptions.0.protocol");
  await expect(importing.getByRole("alert")).toContainText("The endpoint is empty.");
  await expectAccessible(page, `an import of a broken document to ${topic.name}`);
});

test("a stranger gets no export and no ids", async ({ house, topic, playwright }) => {
  const stranger = await playwright.request.newContext({
    baseURL: house.url,
    storageState: { cookies: [], origins: [] },
  });
  for (const path of ["export?format=json", "matching"])
    expect((await stranger.get(`/api/topics/${topic.id}/${path}`)).status()).toBe(401);
  for (const path of ["export", "picked", "import-plan"])
    expect((await stranger.post(`/api/topics/${topic.id}/${path}`, { form: {} })).status()).toBe(401);
  await stranger.dispose();
});
