import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import {
  freePort,
  type RunningAws,
  type RunningConsole,
  startAws,
  startConsole,
} from "./fixtures/console.ts";
import { startHoldingProxy } from "./fixtures/holding-proxy.ts";
import { LocalAws } from "./fixtures/local-aws.ts";
import { test as base, expect, setUp } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import { AuditPage } from "./pages/audit-page.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

const TOPIC_ARN = "arn:aws:sns:us-east-1:123456789012:Elsewhere";
const infected = { types: ["Scan result"], results: ["Infected"] };

type Abroad = {
  /** An AWS-compatible server of its own, which the console did not start. */
  server: RunningAws;
  proxy: Awaited<ReturnType<typeof startHoldingProxy>>;
  folder: string;
  /** Starts the console on this AWS and on the data it had before. */
  startConsole(): Promise<RunningConsole>;
};

const test = base.extend<{ abroad: Abroad; console: RunningConsole }>({
  abroad: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), "abroad-e2e-"));
    const server = await startAws({ dataDir: path.join(folder, "aws") });
    const proxy = await startHoldingProxy(server.url);
    const port = await freePort();
    const env = {
      AWS_ENDPOINT_URL: proxy.url,
      AWS_REGION: "us-east-1",
      AWS_ACCESS_KEY_ID: "abroad",
      AWS_SECRET_ACCESS_KEY: "abroad",
    };
    const running: RunningConsole[] = [];
    await use({
      server,
      proxy,
      folder,
      async startConsole() {
        const started = await startConsole({ dataDir: path.join(folder, "console"), port, env });
        running.push(started);
        return started;
      },
    });
    for (const each of running) await each.stop();
    await proxy.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  console: ({ abroad }, use) => abroad.startConsole().then(use),
  aws: async ({ abroad }, use) => use(new LocalAws(abroad.server.url)),
  baseURL: ({ console }, use) => use(console.url),
  storageState: ({ browserName: _ }, use) => use({ cookies: [], origins: [] }),
});

/** Makes the administrator and lets the console manage the only topic of this AWS. */
async function moveIn(page: Page, { setupUrl }: RunningConsole) {
  await setUp(page, setupUrl);
  const topics = page.getByRole("region", { name: "Topics" }).getByRole("listitem");
  await expect(topics).toHaveCount(1);
  await topics.getByRole("checkbox", { name: "Elsewhere" }).check();
  await topics.getByRole("checkbox", { name: "Antivirus for Amazon S3" }).check();
  await page.getByRole("button", { name: "Manage 1 topic" }).click();
  await expect(page.getByText("Nobody is notified yet")).toBeVisible();
}

async function listedOnce(aws: LocalAws, endpoint: string) {
  const found = (await aws.listed(TOPIC_ARN)).filter((each) => each.endpoint === endpoint);
  expect(found, "AWS holds it once").toHaveLength(1);
}

test("the console works against another AWS-compatible server and starts none of its own", async ({
  page,
  console,
  aws,
}) => {
  expect(console.awsUrl).toBe("");
  await moveIn(page, console);
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link", { name: "Dashboard" })).toBeVisible();
  await expect(navigation.getByRole("link", { name: "Inbox" })).toBeHidden();

  const list = new SubscriptionsPage(page);
  const address = unique.mail("abroad");
  await new Wizard(page).add(infected, "Email", address);
  await list.expectStatus(address, "Pending");
  expect((await fetch(await aws.confirmationLink(address))).ok).toBe(true);
  await list.refresh();
  await list.expectStatus(address, "Confirmed");
  await page.goto("/local-aws/inbox");
  await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
});

test("while AWS is down the page says since when, keeps what was typed, and a retry adds it once", async ({
  page,
  console,
  abroad,
  aws,
}) => {
  const list = new SubscriptionsPage(page);
  const wizard = new Wizard(page);
  await moveIn(page, console);
  const before = unique.queue("before");
  await wizard.add(infected, "Amazon SQS", before);
  await list.expectStatus(before, "Confirmed");
  await list.refreshTo("No changes");

  await abroad.server.stop();
  await list.refreshTo("Could not refresh");
  const stale = page.getByRole("status").filter({ hasText: "AWS could not be reached" });
  await expect(stale).toContainText("What you see was last checked");
  await page.reload();
  await expect(stale).toBeVisible();
  await list.expectStatus(before, "Confirmed");
  await page.getByRole("searchbox", { name: "Search subscriptions" }).fill("nothing like it");
  await expect(page.getByText("No subscription matches")).toBeVisible();
  await page.getByRole("button", { name: "Clear search" }).click();
  await list.expectStatus(before, "Confirmed");

  const during = unique.mail("during");
  await wizard.open();
  await wizard.fields.choose(infected);
  await wizard.deliverTo("Email", during);
  await wizard.submit.click();
  await expect(wizard.dialog.getByRole("alert")).toContainText("AWS could not be reached");
  await expect(wizard.endpoint).toHaveValue(during);
  await expect(wizard.fields.result("Infected")).toBeChecked();
  const retry = wizard.dialog.getByRole("button", { name: "Try again" });
  await retry.click();
  await expect(wizard.dialog.getByRole("alert")).toContainText("AWS could not be reached");

  const back = await startAws({ dataDir: path.join(abroad.folder, "aws"), port: abroad.server.port });
  await retry.click();
  await expect(wizard.dialog).toBeHidden();
  await list.expectStatus(during, "Pending");
  await expect(list.rows).toHaveCount(2);
  await listedOnce(aws, during);
  expect(await aws.mailsTo(during)).toHaveLength(1);
  await list.refresh();
  await expect(stale).toBeHidden();
  await expect(list.rows).toHaveCount(2);
  await back.stop();
});

test("what AWS refuses is said in its own words with its request id, and leaves nothing behind", async ({
  page,
  console,
  aws,
}) => {
  const list = new SubscriptionsPage(page);
  const wizard = new Wizard(page);
  const problem = wizard.dialog.getByRole("alert");
  const retry = wizard.dialog.getByRole("button", { name: "Try again" });
  await moveIn(page, console);
  const endpoint = unique.queue("refused");
  await wizard.open();
  await wizard.fields.choose(infected);
  await wizard.deliverTo("Amazon SQS", endpoint);

  const denied = "User: arn:aws:iam::123456789012:user/console is not authorized to perform: SNS:Subscribe";
  await aws.faults([
    { operation: "Subscribe", code: "AuthorizationError", status: 403, message: denied, times: 1 },
  ]);
  await wizard.submit.click();
  await expect(problem).toContainText(`AWS refused: ${denied}`);
  await expect(problem).toContainText(/[0-9a-f]{8}-[0-9a-f-]{27}/);

  await aws.faults([{ operation: "Subscribe", code: "Throttling", times: 100 }]);
  await retry.click();
  await expect(problem).toContainText("AWS is throttling our calls. Try again in a moment.");

  await aws.faults([{ operation: "Subscribe", code: "InternalError", status: 500, times: 100 }]);
  await retry.click();
  await expect(problem).toContainText("AWS answered with a fault");

  await aws.faults([{ operation: "Subscribe", drop: true, times: 100 }]);
  await retry.click();
  await expect(problem).toContainText("AWS could not be reached");
  await expect(wizard.endpoint).toHaveValue(endpoint);

  await aws.heal();
  await retry.click();
  await expect(wizard.dialog).toBeHidden();
  await list.expectStatus(endpoint, "Confirmed");
  await expect(list.rows).toHaveCount(1);
  await listedOnce(aws, endpoint);
});

test("a listing that AWS throttles for a while is read all the same", async ({ page, console, aws }) => {
  const list = new SubscriptionsPage(page);
  await moveIn(page, console);
  await aws.faults([{ operation: "ListSubscriptionsByTopic", code: "Throttling", times: 5 }]);
  await list.refreshTo("No changes");
  await aws.faults([
    { operation: "ListSubscriptionsByTopic", code: "InternalError", status: 503, times: 100 },
  ]);
  await list.refresh();
  const stale = page.getByRole("status").filter({ hasText: "AWS answered with a fault" });
  await expect(stale).toContainText("What you see was last checked");
  await aws.heal();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(stale).toBeHidden();
});

test("a console killed between AWS's answer and its own note finds the subscription again", async ({
  page,
  console,
  abroad,
  aws,
  browserErrors,
}) => {
  browserErrors.announce(/net::ERR_(CONNECTION_\w+|EMPTY_RESPONSE)/);
  const list = new SubscriptionsPage(page);
  const wizard = new Wizard(page);
  await moveIn(page, console);
  const address = unique.mail("crash");
  await wizard.open();
  await wizard.fields.choose(infected);
  await wizard.deliverTo("Email", address);
  const answered = abroad.proxy.hold("Subscribe");
  await wizard.submit.click();
  await answered;
  await console.kill();
  abroad.proxy.release();
  await expect(wizard.dialog.getByRole("alert")).toContainText("The console did not answer");
  await expect(wizard.endpoint).toHaveValue(address);
  await listedOnce(aws, address);

  await abroad.startConsole();
  await page.reload();
  await wizard.dialog.getByRole("button", { name: "Cancel" }).click();
  await list.refresh();
  await list.expectStatus(address, "Pending");
  await expect(list.rows).toHaveCount(1);
  await expect(list.row(address)).toContainText("by Ada Lovelace");
  await expect(list.row(address)).toContainText("Infected");
  await listedOnce(aws, address);
  expect(await aws.mailsTo(address)).toHaveLength(1);

  expect((await fetch(await aws.confirmationLink(address))).ok).toBe(true);
  await list.refresh();
  await list.expectStatus(address, "Confirmed");
  const audit = new AuditPage(page);
  await audit.goto();
  await audit.search(address);
  await expect(audit.entry("Repaired a subscription")).toHaveCount(1);
});

test("a restart keeps the data, the session and the mails", async ({ page, console, abroad, aws }) => {
  const list = new SubscriptionsPage(page);
  await moveIn(page, console);
  const address = unique.mail("restart");
  await new Wizard(page).add(infected, "Email", address);
  await list.expectStatus(address, "Pending");
  const where = page.url();
  // an open page would ask the stopped console in vain
  await page.goto("about:blank");
  await console.stop();
  const again = await abroad.startConsole();
  expect(again.setupUrl).toBe("");
  await page.goto(where);
  await expect(page.getByRole("button", { name: /^Signed in as Ada Lovelace/ })).toBeVisible();
  await list.expectStatus(address, "Pending");
  await list.refreshTo("No changes");
  expect(await aws.mailsTo(address)).toHaveLength(1);
});
