import { startConsole } from "./fixtures/console.ts";
import { LocalAws } from "./fixtures/local-aws.ts";
import { administrator, expect, setUp, test } from "./fixtures/test.ts";
import { FilterFields } from "./pages/filter-fields.ts";
import { Inbox } from "./pages/inbox.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

test.use({ storageState: { cookies: [], origins: [] } });

const fresh = test.extend<{ newHouse: Awaited<ReturnType<typeof startConsole>> }>({
  newHouse: async ({ browserName: _ }, use) => {
    const house = await startConsole();
    await use(house);
    await house.stop();
  },
  baseURL: ({ newHouse }, use) => use(newHouse.url),
});

fresh("a newcomer adds, confirms, edits and deletes a subscription", async ({ page, newHouse }) => {
  const aws = new LocalAws(newHouse.awsUrl);
  const list = new SubscriptionsPage(page);
  const wizard = new Wizard(page);
  const inbox = new Inbox(page);
  const navigation = page.getByRole("navigation", { name: "Main" });
  const topicArn = "arn:aws:sns:us-east-1:123456789012:AntivirusNotificationsTopic";
  const address = "secops@example.com";

  await test.step("becomes the administrator and chooses the topics", async () => {
    await setUp(page, newHouse.setupUrl);
    for (const topic of await page.getByRole("checkbox", { name: /NotificationsTopic/ }).all())
      await expect(topic).toBeChecked();
    await page.getByRole("button", { name: "Manage 2 topics" }).click();
    await expect(page.getByText("Nobody is notified yet")).toBeVisible();
  });

  await test.step("signs out, and in again by the form", async () => {
    await page.getByRole("button", { name: /^Signed in as/ }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await page.getByLabel("E-mail address").fill(administrator.email);
    await page.getByLabel(/^Password/).fill(administrator.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await navigation.getByRole("link", { name: "Proactive Notifications" }).click();
    await expect(page.getByRole("button", { name: /^Topic: AntivirusNotificationsTopic/ })).toBeVisible();
  });

  await test.step("adds a subscription in the wizard and sees it pending", async () => {
    await wizard.add({ types: ["Scan result"], results: ["Infected", "Unscannable"] }, "Email", address);
    await expect(list.messages).toContainText(`AWS sent a confirmation to ${address}`);
    await list.expectStatus(address, "Pending");
    await expect(list.row(address)).toContainText("Scan result");
    await expect(list.row(address)).toContainText("Infected or Unscannable");
    await expect(list.row(address)).toContainText(/expires in (47|48) hours|expires in 2 days/i);
  });

  await test.step("confirms by the link in the mail", async () => {
    await inbox.goto();
    const confirmation = await inbox.confirm(address);
    await expect(confirmation.getByRole("heading", { name: /Subscription confirmed/ })).toBeVisible();
    await confirmation.close();
    await navigation.getByRole("link", { name: "Proactive Notifications" }).click();
    await list.refresh();
    await list.expectStatus(address, "Confirmed");
  });

  await test.step("is told what was chosen, and nothing else", async () => {
    const found = { notificationType: "scanResult", accountId: "123456789012", bucket: "invoices" };
    await aws.publish(topicArn, "clean one", { ...found, scanResult: "Clean" });
    await aws.publish(topicArn, "infected one", { ...found, scanResult: "Infected" });
    const notifications = async () =>
      (await aws.mailsTo(address)).filter(({ kind }) => kind === "notification").map(({ text }) => text);
    await expect.poll(notifications).toEqual([expect.stringContaining("infected one")]);
  });

  await test.step("edits the filter and is told that it takes up to 15 minutes", async () => {
    await list.choose(address, "Edit");
    const dialog = list.dialog("Edit subscription");
    await expect(dialog).toContainText("up to 15 minutes");
    await expect(dialog).toContainText("SNS cannot change protocol and endpoint");
    const fields = new FilterFields(dialog);
    await expect(fields.result("Infected")).toBeChecked();
    await expect(fields.result("Unscannable")).toBeChecked();
    await fields.result("Error").check();
    await fields.result("Unscannable").uncheck();
    await dialog.getByRole("button", { name: "Save changes" }).click();
    await expect(dialog).toBeHidden();
    await expect(list.messages).toContainText("up to 15 minutes");
    await expect(list.row(address)).toContainText("Infected or Error");
    expect(JSON.parse((await aws.attributes(topicArn, address))?.FilterPolicy ?? "")).toEqual({
      notificationType: ["scanResult"],
      scanResult: ["Infected", "Error"],
    });
  });

  await test.step("deletes it, knowing what is lost", async () => {
    await list.choose(address, "Delete");
    const question = list.question(/^Delete the subscription of secops@example\.com/);
    await expect(question).toContainText(`${address} will no longer receive Scan result: Infected or Error.`);
    await question.getByRole("button", { name: "Delete subscription" }).click();
    await expect(list.row(address)).toHaveCount(0);
    expect(await aws.listed(topicArn)).toEqual([]);
  });

  await test.step("finds all of it in the audit log", async () => {
    await navigation.getByRole("link", { name: "Audit" }).click();
    const entries = page.getByRole("region", { name: "Entries" }).getByRole("listitem");
    await expect(entries).toHaveText([
      /Ada Lovelace.*Deleted a subscription.*secops@example\.com/,
      /Ada Lovelace.*Changed a filter.*secops@example\.com/,
      /Console \(sync\).*Noticed its confirmation.*secops@example\.com/,
      /Ada Lovelace.*Added a subscription.*secops@example\.com/,
      /Noticed a change of a feed.*ClassificationNotificationsTopic.*starting.*on/,
      /Ada Lovelace.*Turned a feed on.*ClassificationNotificationsTopic/,
      /Ada Lovelace.*Added a topic.*ClassificationNotificationsTopic/,
      /Noticed a change of a feed.*AntivirusNotificationsTopic.*starting.*on/,
      /Ada Lovelace.*Turned a feed on.*AntivirusNotificationsTopic/,
      /Ada Lovelace.*Added a topic.*AntivirusNotificationsTopic/,
      /Ada Lovelace.*Created the first administrator.*ada@example\.com/,
    ]);
    await entries.filter({ hasText: "Changed a filter" }).getByText("Changed a filter").click();
    await expect(entries.filter({ hasText: "Changed a filter" })).toContainText("Unscannable");
    await expect(entries.filter({ hasText: "Changed a filter" })).toContainText("AWS request");
  });
});
