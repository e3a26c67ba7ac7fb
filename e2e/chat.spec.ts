import { expectAccessible } from "./fixtures/accessible.ts";
import { expect, test } from "./fixtures/test.ts";
import { startWebhook, type Webhook } from "./fixtures/webhook.ts";
import { ChatPage } from "./pages/chat-page.ts";
import { SimulatePage } from "./pages/simulate-page.ts";

test.describe.configure({ mode: "serial", timeout: 90_000 });

const SECRET = "pLmNoPqRsTuVwXyZ012345";
const NAME = "#malware-alerts";

let webhook: Webhook;
test.beforeAll(async () => {
  webhook = await startWebhook(SECRET);
});
test.afterAll(() => webhook.close());

const infected = { notificationType: "scanResult", scanResult: "Infected", bucket: "invoices" };

test("a channel is previewed, tried, saved, and told of what its filter admits", async ({
  page,
  aws,
  house,
}) => {
  const { antivirus } = house.topics;
  const chat = new ChatPage(page);
  await chat.goto(antivirus.id);
  await expect(page.getByText("No chat is told yet")).toBeVisible();
  await expectAccessible(page, "chat without channels");

  await chat.add();
  await chat.dialog.getByLabel("Name").fill(NAME);
  await chat.dialog.getByLabel("Webhook URL").fill(webhook.url);
  await expect(chat.dialog.getByText(/usually at hooks\.slack\.com/)).toBeVisible();
  await chat.fields.choose({ types: ["Scan result"], results: ["Infected"] });
  await expect(chat.preview("Slack")).toContainText("Infected");
  await expect(chat.preview("Slack")).toContainText("Open the history");
  await expectAccessible(page, "a new channel");
  for (const platform of ["Microsoft Teams", "Amazon Chime", "Slack"]) {
    await chat.dialog.getByRole("radio", { name: platform, exact: true }).check();
    await expect(chat.preview(platform)).toContainText("Infected");
    await expectAccessible(page, `the preview of ${platform}`);
  }

  await chat.dialog.getByRole("button", { name: "Send test" }).click();
  await expect(chat.dialog.getByText("It was taken")).toBeVisible();
  expect(webhook.posts).toHaveLength(1);

  await chat.dialog.getByRole("button", { name: "Add channel" }).click();
  await expect(page.getByText(`${NAME} was added.`)).toBeVisible();
  await expect(chat.row(NAME)).toContainText("127.0.0.1");
  await expect(chat.row(NAME)).toContainText(`…${SECRET.slice(-4)}`);
  expect(await page.content()).not.toContain(SECRET);

  await aws.publish(antivirus.arn, "{}", infected);
  await aws.publish(antivirus.arn, "{}", { ...infected, scanResult: "Clean" });
  await expect.poll(() => webhook.posts.length, { timeout: 20_000 }).toBe(2);
  expect(webhook.posts[1]).toContain("Infected");
  await expect(async () => {
    await page.reload();
    await expect(chat.row(NAME)).toContainText("Delivered (200)");
  }).toPass({ timeout: 15_000 });
  await expectAccessible(page, "chat with a channel");
});

test("it counts among those who get a message", async ({ page, house }) => {
  const { antivirus } = house.topics;
  const simulate = new SimulatePage(page);
  await simulate.open(antivirus.id);
  await expect(simulate.row(NAME)).toContainText("Slack");
  await expect(simulate.row(NAME)).toContainText("Yes");
});

test("edited it keeps its webhook, which is shown to nobody", async ({ page, house }) => {
  const chat = new ChatPage(page);
  const before = webhook.posts.length;
  await chat.goto(house.topics.antivirus.id);
  await chat.choose(NAME, "Edit");
  await expect(chat.dialog.getByLabel("Webhook URL")).toHaveValue("");
  await expect(chat.dialog.getByText(/^Stored: 127\.0\.0\.1/)).toContainText(`…${SECRET.slice(-4)}`);
  await chat.dialog.getByRole("radio", { name: "Compact line", exact: true }).check();
  await expect(chat.preview("Slack")).toContainText("Infected");
  await expectAccessible(page, "a channel being edited");
  await chat.dialog.getByRole("button", { name: "Send test" }).click();
  await expect(chat.dialog.getByText("It was taken")).toBeVisible();
  expect(webhook.posts).toHaveLength(before + 1);
  await chat.dialog.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText(`${NAME} was saved.`)).toBeVisible();
  await expect(chat.row(NAME)).toContainText("Compact line");
  expect(await page.content()).not.toContain(SECRET);
});

test("refused for good it is off with the reason, shown under attention, and goes on with what waited", async ({
  page,
  aws,
  house,
}) => {
  const { antivirus } = house.topics;
  const chat = new ChatPage(page);
  webhook.answer = { status: 404, text: "no_service" };
  const before = webhook.posts.length;
  await aws.publish(antivirus.arn, "{}", infected);
  await expect.poll(() => webhook.posts.length, { timeout: 20_000 }).toBe(before + 1);
  await expect(async () => {
    await chat.goto(antivirus.id);
    await expect(chat.row(NAME)).toContainText("Off: refused", { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  await expect(chat.row(NAME)).toContainText("no_service");
  await expect(chat.row(NAME)).toContainText("1 waiting");
  await expectAccessible(page, "a channel that is refused");

  await page.goto("/");
  await expect(page.getByText(`Slack channel ${NAME}: Off: refused`)).toBeVisible();

  webhook.answer = { status: 200, text: "ok" };
  await chat.goto(antivirus.id);
  await chat.choose(NAME, "Switch on");
  await expect(page.getByText(`${NAME} is switched on.`)).toBeVisible();
  await expect.poll(() => webhook.posts.length, { timeout: 20_000 }).toBe(before + 2);
});

test("what is typed is not lost by a slip, and a plain webhook's secret is shown once", async ({
  page,
  house,
}) => {
  const chat = new ChatPage(page);
  await chat.goto(house.topics.antivirus.id);
  await chat.add();
  await chat.dialog.getByRole("radio", { name: "Webhook", exact: true }).check();
  await chat.dialog.getByLabel("Name").fill("Program");
  await chat.dialog.getByRole("button", { name: "Cancel" }).click();
  const question = page.getByRole("alertdialog");
  await question.getByRole("button", { name: "Keep editing" }).click();
  await chat.dialog.getByLabel("Webhook URL").fill("https://10.0.0.1/hook");
  await chat.fields.choose({ types: ["Scan result"] });
  await chat.dialog.getByRole("button", { name: "Add channel" }).click();
  await expect(chat.dialog.getByText(/not public/).first()).toBeVisible();
  await chat.dialog.getByLabel("Webhook URL").fill(webhook.url);
  await chat.dialog.getByRole("button", { name: "Add channel" }).click();
  const secret = await page.getByRole("region", { name: "Signing secret" }).innerText();
  expect(secret).toMatch(/^whsec_/);
  await expectAccessible(page, "a signing secret");
  await page.getByRole("button", { name: "I have copied it" }).click();
  await expect(chat.row("Program")).toBeVisible();
  expect(await page.content()).not.toContain(secret);
});

test("the template for Lambda has the filter of a channel and no secret", async ({ page, house }) => {
  const chat = new ChatPage(page);
  await chat.goto(house.topics.antivirus.id);
  await page.getByLabel("What it gets").selectOption({ label: `What ${NAME} gets` });
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download template" }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  expect(JSON.parse(text).Resources.Subscription.Properties.FilterPolicy.scanResult).toEqual(["Infected"]);
  expect(text).not.toContain(SECRET);
});

test("a channel is switched off and deleted after a question", async ({ page, house }) => {
  const chat = new ChatPage(page);
  await chat.goto(house.topics.antivirus.id);
  await chat.choose(NAME, "Switch off");
  await expectAccessible(page, "the question whether to switch a channel off");
  await page.getByRole("alertdialog").getByRole("button", { name: "Switch off" }).click();
  await expect(chat.row(NAME)).toContainText("Off");
  await chat.choose(NAME, "Delete");
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete channel" }).click();
  await expect(chat.row(NAME)).toHaveCount(0);
});
