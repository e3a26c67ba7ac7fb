import { expect, test } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

test.beforeEach(({ page, house }) => new SubscriptionsPage(page).open(house.topics.antivirus.id));

test("shows in words, JSON, numbers and samples what the choice delivers", async ({ page }) => {
  const wizard = new Wizard(page);
  const { fields, dialog } = wizard;
  const samples = dialog.getByRole("listitem").filter({ hasText: /^Delivered: / });
  await wizard.open();
  await expect(dialog).toContainText("Choose a notification type to see what will be delivered.");

  await fields.type("Scan result").check();
  await expect(dialog).toContainText(
    "Delivers Scan result notifications whatever the result, in every bucket and account.",
  );
  await expect.poll(() => fields.shownPolicy()).toEqual({ notificationType: ["scanResult"] });
  await fields.expectBudget(1);
  for (const result of ["Infected", "Suspicious", "Error", "Unscannable", "Infected (allowed)", "Clean"])
    await expect(samples.filter({ hasText: result }).first()).toBeVisible();

  await fields.choose({ types: [], results: ["Infected", "Error"], buckets: ["invoices", "payroll"] });
  await expect(dialog).toContainText(
    "Delivers Scan result notifications that report Infected or Error, only in bucket invoices or payroll.",
  );
  await expect
    .poll(() => fields.shownPolicy())
    .toEqual({
      notificationType: ["scanResult"],
      scanResult: ["Infected", "Error"],
      bucket: ["invoices", "payroll"],
    });
  await fields.expectBudget(4);
  await expect(dialog).toContainText("had they happened in bucket invoices");
  await expect(samples.filter({ hasText: "Error" })).toHaveCount(1);
  await expect(samples.filter({ hasText: "Clean" })).toHaveCount(0);
  const some = await samples.count();

  await fields.result("Error").uncheck();
  await fields.expectBudget(2);
  await expect(samples).toHaveCount(some - 1);
  await expect(samples.filter({ hasText: "Error" })).toHaveCount(0);
  await expect(dialog.getByText(/^Would deliver/)).toContainText(`Would deliver ${some - 1} of`);
});

test("clears what another type does not allow, and says so", async ({ page }) => {
  const wizard = new Wizard(page);
  const { fields, dialog } = wizard;
  await wizard.open();
  await fields.choose({ types: ["Scan result"], results: ["Infected"], buckets: ["invoices"] });
  await fields.type("Bucket protection").check();
  const said = dialog.getByRole("status").filter({ hasText: "Cleared" });
  await expect(said).toContainText(
    "Cleared Scan Results (Infected): Bucket protection notifications carry no result to filter by.",
  );
  await expect(said).toContainText(
    "Cleared Buckets (invoices): Bucket protection notifications are not certain to name a bucket to filter by.",
  );
  await expect
    .poll(() => fields.shownPolicy())
    .toEqual({ notificationType: ["scanResult", "bucketProtection"] });

  await fields.accounts.fill("123456789012,");
  await fields.type("Trial expiring").check();
  await expect(said).toContainText(
    "Cleared Accounts (123456789012): Trial expiring notifications belong to no account.",
  );
  await fields.type("Bucket protection").uncheck();
  await fields.type("Trial expiring").uncheck();
  await expect(fields.result("Infected")).not.toBeChecked();
  await expect.poll(() => fields.shownPolicy()).toEqual({ notificationType: ["scanResult"] });
});

test("raw delivery and a dead-letter queue reach AWS, and raw delivery leaves with its protocol", async ({
  page,
  house,
  aws,
}) => {
  const wizard = new Wizard(page);
  const { dialog } = wizard;
  const raw = dialog.getByRole("checkbox", { name: "Raw message delivery" });
  const endpoint = unique.queue("raw");
  const undelivered = "arn:aws:sqs:us-east-1:123456789012:undelivered";
  await wizard.open();
  await wizard.fields.type("Scan result").check();
  await wizard.deliverTo("Amazon SQS", endpoint);
  await dialog.getByText("Delivery options").click();
  await raw.check();
  await wizard.protocol.selectOption("Email");
  await expect(raw).toHaveCount(0);
  await wizard.protocol.selectOption("Amazon SQS");
  await expect(raw).not.toBeChecked();
  await raw.check();
  await dialog.getByRole("textbox", { name: "Dead-letter queue ARN" }).fill(undelivered);
  await wizard.submit.click();
  await expect(dialog).toBeHidden();
  const held = await aws.attributes(house.topics.antivirus.arn, endpoint);
  expect(held?.RawMessageDelivery).toBe("true");
  expect(JSON.parse(held?.RedrivePolicy ?? "null")).toEqual({ deadLetterTargetArn: undelivered });
});

test("can be filled in and sent with the keyboard alone", async ({ page, house, aws }) => {
  const wizard = new Wizard(page);
  const { fields, dialog } = wizard;
  const queue = unique.queue("keyboard");
  const press = (key: string) => page.keyboard.press(key);
  const tabTo = (target: typeof dialog) =>
    expect(async () => {
      await press("Tab");
      await expect(target).toBeFocused({ timeout: 1 });
    }).toPass({ intervals: [0] });

  await tabTo(page.getByRole("link", { name: "Add Subscription" }).first());
  await press("Enter");
  await expect(wizard.submit).toBeVisible();
  await tabTo(fields.type("Scan result"));
  await press("Space");
  await expect(fields.results).toBeVisible();
  await tabTo(fields.result("Infected"));
  await press("Space");
  await tabTo(fields.buckets);
  await page.keyboard.type("invoices,payroll");
  await press("Enter");
  await tabTo(wizard.protocol);
  await page.keyboard.type("Amazon SQS");
  await tabTo(wizard.endpoint);
  await page.keyboard.type(queue);
  await press("Enter");
  await expect(dialog).toBeHidden();
  const held = await aws.attributes(house.topics.antivirus.arn, queue);
  expect(JSON.parse(held?.FilterPolicy ?? "null")).toEqual({
    notificationType: ["scanResult"],
    scanResult: ["Infected"],
    bucket: ["invoices", "payroll"],
  });
});

test.describe("what was entered and not saved", () => {
  test("is kept from a slip: Escape, Cancel and Close ask first", async ({ page }) => {
    const wizard = new Wizard(page);
    const list = new SubscriptionsPage(page);
    const question = list.question("Discard what you have entered?");
    await wizard.open();
    await wizard.fields.choose({ types: ["Scan result"] });
    await wizard.fields.expectBudget(1);
    await wizard.endpoint.fill("kept@example.com");
    const waysOut = [
      () => page.keyboard.press("Escape"),
      () => wizard.dialog.getByRole("button", { name: "Cancel" }).click(),
      () => wizard.dialog.getByRole("button", { name: "Close" }).click(),
    ];
    for (const leave of waysOut) {
      await leave();
      await question.getByRole("button", { name: "Keep editing" }).click();
      await expect(question).toBeHidden();
      await expect(wizard.endpoint).toHaveValue("kept@example.com");
    }
    await page.keyboard.press("Escape");
    await question.getByRole("button", { name: "Discard" }).click();
    await expect(wizard.dialog).toBeHidden();
    await wizard.open();
    await expect(wizard.endpoint).toHaveValue("");
  });

  test("is kept from the back button and from a reload", async ({ page }) => {
    const wizard = new Wizard(page);
    const question = new SubscriptionsPage(page).question("Discard what you have entered?");
    await wizard.open();
    await wizard.endpoint.fill("kept@example.com");
    await page.evaluate(() => history.back());
    await question.getByRole("button", { name: "Keep editing" }).click();
    await expect(wizard.endpoint).toHaveValue("kept@example.com");

    const asked = page.waitForEvent("dialog");
    const reloaded = page.evaluate(() => location.reload());
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    await reloaded;
    await expect(wizard.endpoint).toHaveValue("kept@example.com");
  });

  test("is not asked for when nothing was entered", async ({ page }) => {
    const wizard = new Wizard(page);
    await wizard.open();
    await page.keyboard.press("Escape");
    await expect(wizard.dialog).toBeHidden();
  });
});
