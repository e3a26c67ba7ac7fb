import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible.ts";
import { startConsole } from "./fixtures/console.ts";
import { elsewhere } from "./fixtures/elsewhere.ts";
import type { LocalAws } from "./fixtures/local-aws.ts";
import { expect, type OwnTopic, test } from "./fixtures/own-topic.ts";
import { administrator } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import { AuditPage } from "./pages/audit-page.ts";
import { SettingsPage } from "./pages/settings-page.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

// each state is looked at in two themes, and no test needs what another left behind
test.describe.configure({ mode: "parallel", timeout: 180_000 });

const nobody = { cookies: [], origins: [] };
const infected = { notificationType: ["scanResult"], scanResult: ["Infected"] };
const invoices = { notificationType: ["scanResult"], key: [{ prefix: "invoices/" }] };

/** One row of every kind there is. */
async function oneOfEach(page: Page, aws: LocalAws, { arn: topicArn }: OwnTopic) {
  const endpoints = {
    confirmed: unique.queue("a-queue-with-a-name-that-is-longer-than-any-column-can-hold"),
    custom: unique.queue("custom"),
    pending: unique.mail("pending"),
    unsubscribed: unique.mail("unsubscribed"),
    lost: unique.queue("lost"),
  };
  const { confirmed, custom, pending, unsubscribed, lost } = endpoints;
  const subscribe = (protocol: string, endpoint: string, policy?: unknown) =>
    elsewhere.subscribe(aws, { topicArn, protocol, endpoint, policy });
  await subscribe("sqs", confirmed, infected);
  await subscribe("sqs", custom, invoices);
  await subscribe("email", pending);
  await subscribe("email", unsubscribed);
  const confirmation = await fetch(await aws.confirmationLink(unsubscribed));
  const undo = /href="([^"]+unsubscribe\.html[^"]+)"/.exec(await confirmation.text())?.[1];
  const lostArn = await subscribe("sqs", lost, infected);
  const list = new SubscriptionsPage(page);
  await list.refresh();
  await list.expectStatus(lost, "Confirmed");
  await fetch((undo ?? "").replaceAll("&amp;", "&"));
  await aws.call("Unsubscribe", { SubscriptionArn: lostArn });
  await list.refresh();
  await list.expectStatus(lost, "Lost");
  await list.expectStatus(unsubscribed, "Unsubscribed");
  return { list, ...endpoints };
}

test("before anybody has moved in: set-up, sign-in, the choice of topics, and pages without one", async ({
  browser,
}) => {
  const house = await startConsole();
  const context = await browser.newContext({ baseURL: house.url, storageState: nobody });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, "sign-in before there is anybody");
  await page.goto("/setup?token=wrong");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page, "a wrong set-up link");

  await page.goto(house.setupUrl);
  await page.getByRole("button", { name: "Create administrator" }).click();
  await expect(page.getByRole("alert").first()).toContainText("need attention");
  await expectAccessible(page, "set-up with nothing filled in");
  await page.getByLabel("Name").fill(administrator.name);
  await page.getByLabel("E-mail address").fill(administrator.email);
  await page.getByLabel(/^Password/).fill(administrator.password);
  await page.getByRole("button", { name: "Create administrator" }).click();
  await expect(page.getByRole("button", { name: "Manage 2 topics" })).toBeVisible();
  await expectAccessible(page, "the choice of topics");
  await page.getByLabel("Or paste a topic ARN").fill("no ARN");
  await page.getByRole("button", { name: "Add to the list" }).click();
  await expectAccessible(page, "the choice of topics with a wrong ARN");

  for (const [path, text] of [
    ["/", "Next steps"],
    ["/configuration/proactive-notifications", "No topic is managed yet"],
    ["/configuration/console-settings", "No topics yet"],
    ["/monitoring/audit", "Created the first administrator"],
    ["/local-aws/inbox", "No mail yet"],
    ["/nowhere", "not found"],
  ] as const) {
    // a page that does not exist is an error to the browser, which nobody watches here
    await page.goto(path);
    await expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible();
    await expectAccessible(page, `${path} of an empty console`);
  }
  await context.close();
  await house.stop();
});

test("sign-in, and a sign-in that was refused", async ({ browser, house }) => {
  const context = await browser.newContext({ baseURL: house.url, storageState: nobody });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").first()).not.toBeEmpty();
  await expectAccessible(page, "sign-in with nothing filled in");
  await page.getByLabel("E-mail address").fill(administrator.email);
  await page.getByLabel(/^Password/).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("E-mail address or password is wrong")).toBeVisible();
  await expectAccessible(page, "a refused sign-in");
  await context.close();
});

test("the dashboard, the settings, the audit and what opens on them", async ({ page, aws, topic }) => {
  const { lost } = await oneOfEach(page, aws, topic);
  await page.goto("/");
  await expect(page.getByRole("link", { name: lost })).toBeVisible();
  await expectAccessible(page, "the dashboard");
  await page.getByRole("button", { name: /^Topic:/ }).click();
  await expectAccessible(page, "the topic switcher");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /^Signed in as/ }).click();
  await expectAccessible(page, "the user menu");

  const settings = new SettingsPage(page);
  await settings.goto();
  await expectAccessible(page, "the settings");
  await page.getByRole("button", { name: `Actions for ${topic.name}` }).click();
  await expectAccessible(page, "a topic's menu");
  await page.keyboard.press("Escape");
  const products = await settings.open(topic.name, "Change products", "dialog");
  await products.getByRole("checkbox", { name: "Antivirus for Amazon S3" }).uncheck();
  await products.getByRole("button", { name: "Save" }).click();
  await expect(products.getByRole("alert")).toContainText("Choose at least one product");
  await expectAccessible(page, "changing products, refused");
  await settings.goto();
  await settings.open(topic.name, "Stop managing", "alertdialog");
  await expectAccessible(page, "the question before a topic goes");

  const audit = new AuditPage(page);
  await audit.goto();
  await audit.search(topic.name);
  await audit.entry("Added a topic").first().locator("summary").click();
  await expectAccessible(page, "the audit with an entry open");
  await page.getByRole("button", { name: /^Action/ }).click();
  await expectAccessible(page, "the audit's facet");
  await page.goto("/monitoring/audit?q=nothing+like+it");
  await expect(page.getByText("Nothing matches")).toBeVisible();
  await expectAccessible(page, "the audit where nothing matches");
});

test("choosing topics that AWS does not list", async ({ page, aws }) => {
  await aws.faults([{ operation: "ListTopics", code: "AuthorizationError", status: 403, times: 100 }]);
  await page.goto("/setup/topics");
  await expect(page.getByText("The topics of us-east-1 could not be listed")).toBeVisible();
  await expectAccessible(page, "a refused list of topics");
});

test("the table in each of its states, and all that opens on it", async ({ page, aws, topic }) => {
  await expect(page.getByText("Nobody is notified yet")).toBeVisible();
  await expectAccessible(page, "an empty table");
  const { list, lost } = await oneOfEach(page, aws, topic);
  await expectAccessible(page, "the table");
  await list
    .row(lost)
    .getByRole("button", { name: /what this means/ })
    .click();
  await expectAccessible(page, "what a status means");
  await page.keyboard.press("Escape");
  for (const name of [/^Status/, /^Protocol/, "Keyboard shortcuts"]) {
    const button = page.getByRole("main").getByRole("button", { name }).first();
    await button.click();
    await expectAccessible(page, `the panel ${name}`);
    await page.keyboard.press("Escape");
  }
  for (const button of await list.rows.all()) {
    await button.click();
    await expectAccessible(page, `the menu ${await button.getAttribute("aria-label")}`);
    await page.keyboard.press("Escape");
  }
  await page.getByRole("searchbox").fill("nothing like it");
  await expect(page.getByText("No subscription matches")).toBeVisible();
  await expectAccessible(page, "a table where nothing matches");

  await aws.faults([
    { operation: "ListSubscriptionsByTopic", code: "InternalError", status: 500, times: 100 },
  ]);
  await list.open(topic.id);
  await list.refresh();
  await expect(page.getByText("What you see was last checked")).toBeVisible();
  await expectAccessible(page, "a table that is out of date");
});

test("the wizard, empty, filled in every section, refused and left", async ({ page, aws, topic }) => {
  const { confirmed } = await oneOfEach(page, aws, topic);
  const wizard = new Wizard(page);
  await wizard.open();
  await expectAccessible(page, "the empty wizard");
  await wizard.submit.click();
  await expect(wizard.dialog.getByRole("alert").first()).toContainText("attention");
  await expectAccessible(page, "the wizard with nothing filled in");
  await wizard.fields.choose({
    types: ["Scan result"],
    results: ["Infected"],
    buckets: ["invoices-2026", "payroll"],
  });
  await wizard.dialog.getByText("Delivery options").click();
  await expectAccessible(page, "the wizard with buckets");
  for (const [protocol, endpoint] of [
    ["HTTPS", "https://example.com/notifications"],
    ["SMS", "+15551234567"],
    ["Amazon Data Firehose", "arn:aws:firehose:us-east-1:123456789012:deliverystream/scan-results"],
    ["Amazon SQS", confirmed],
  ] as const) {
    await wizard.deliverTo(protocol, endpoint);
    if (endpoint === confirmed)
      await expect(wizard.dialog.getByText("This endpoint is subscribed already")).toBeVisible();
    await expectAccessible(page, `the wizard for ${protocol}`);
  }
  await aws.faults([{ operation: "Subscribe", code: "AuthorizationError", status: 403, times: 1 }]);
  await wizard.deliverTo("Amazon SQS", unique.queue("refused"));
  await wizard.submit.click();
  await expect(wizard.dialog.getByRole("alert").first()).toContainText("AWS refused");
  await expectAccessible(page, "the wizard after AWS refused");
  await wizard.dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await expectAccessible(page, "the question before work is lost");
});

test("the editor, of a selection, of a policy of its own and of one not known", async ({
  page,
  aws,
  topic,
}) => {
  const { list, confirmed, custom, pending } = await oneOfEach(page, aws, topic);
  const save = page.getByRole("dialog").getByRole("button", { name: "Save changes" });
  await list.choose(confirmed, "Edit");
  await expect(save).toBeVisible();
  await expectAccessible(page, "the editor of a selection");
  await list.open(topic.id);
  await list.choose(custom, "Edit");
  const policy = page.getByRole("textbox", { name: "Filter policy" });
  await expect(policy).toBeVisible();
  await expectAccessible(page, "the editor of a policy");
  await policy.fill('{"notificationType": [{"prefix": 7}], "nosuch": {}}');
  await expect(policy).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "the editor of a policy that AWS would refuse");
  await list.open(topic.id);
  await list.choose(pending, "Edit");
  await expect(page.getByRole("dialog")).toContainText("cannot be edited yet");
  await expectAccessible(page, "the editor of what AWS hides");
});

test("every question and short dialog about one subscription", async ({ page, aws, topic }) => {
  const { list, confirmed, pending, lost } = await oneOfEach(page, aws, topic);
  const open = async (
    endpoint: string,
    action: Parameters<typeof list.choose>[1],
    role: "dialog" | "alertdialog",
  ) => {
    await list.open(topic.id);
    await list.choose(endpoint, action);
    await expect(page.getByRole(role)).toBeVisible();
    await expectAccessible(page, `${action} ${endpoint}`);
  };
  await open(confirmed, "Delete", "alertdialog");
  await open(pending, "Delete", "alertdialog");
  await open(lost, "Remove from list", "alertdialog");
  await open(pending, "Resend confirmation", "alertdialog");
  await open(pending, "Confirm with link", "dialog");
  await page.getByRole("dialog").getByLabel("Confirmation link").fill("https://example.com/nothing");
  await page.getByRole("dialog").getByRole("button", { name: "Confirm subscription" }).click();
  await expect(page.getByRole("dialog").getByRole("alert").first()).toContainText("Token=");
  await expectAccessible(page, "a wrong confirmation link");
  await page.goto(`/configuration/proactive-notifications?topic=${topic.id}&dialog=edit&id=gone`);
  await expect(page.getByRole("dialog")).toContainText("not in the list any more");
  await expectAccessible(page, "the dialog of a subscription that is gone");
});
