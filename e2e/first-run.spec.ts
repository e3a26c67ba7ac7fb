import type { Request } from "@playwright/test";
import { startConsole } from "./fixtures/console.ts";
import { administrator, expect, setUp, test } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

test.use({ storageState: { cookies: [], origins: [] } });

const pages = [
  "/",
  "/configuration/proactive-notifications",
  "/configuration/proactive-notifications?dialog=add",
  "/configuration/console-settings",
  "/configuration/console-settings/event-pattern",
  "/monitoring/notifications",
  "/monitoring/notifications/1",
  "/monitoring/notifications/samples",
  "/monitoring/notifications/simulate",
  "/monitoring/audit",
  "/local-aws/inbox",
  "/local-aws/logs",
  "/setup/topics",
];

test("the one-time link makes one administrator, once", async ({ browser }) => {
  const house = await startConsole();
  const [first, second] = await Promise.all([newPage(), newPage()]);
  try {
    await second.goto(house.setupUrl);
    await setUp(first, house.setupUrl);

    await test.step("a form that was open already is refused", async () => {
      await second.getByLabel("Name").fill("Mallory");
      await second.getByLabel("E-mail address").fill("mallory@example.com");
      await second.getByLabel(/^Password/).fill("correct horse battery");
      await second.getByRole("button", { name: "Create administrator" }).click();
      const refusal = second.getByRole("alert").filter({ hasText: "This one-time link is no longer valid" });
      await expect(refusal).toBeVisible();
    });
    await test.step("the link itself leads to sign-in only", async () => {
      await second.goto(house.setupUrl);
      await expect(second.getByRole("heading", { name: "This link has been used" })).toBeVisible();
      await expect(second.getByLabel(/^Password/)).toHaveCount(0);
    });
    await test.step("nobody else can sign in", async () => {
      const answer = await signIn(second.request, "mallory@example.com");
      expect(answer.status()).toBe(401);
    });
  } finally {
    await first.context().close();
    await second.context().close();
    await house.stop();
  }

  async function newPage() {
    const context = await browser.newContext({ baseURL: house.url });
    return context.newPage();
  }
  function signIn(request: typeof first.request, email: string) {
    return request.post("/api/auth/sign-in/email", {
      data: { email, password: "correct horse battery" },
      headers: { origin: house.url },
    });
  }
});

test("a made-up link makes nobody an administrator", async ({ page }) => {
  await page.goto("/setup?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
  await expect(page.getByRole("button", { name: "Create administrator" })).toHaveCount(0);
});

test("sign-in refuses a wrong password, keeps the address, and lets the right one in", async ({
  page,
  browserErrors,
}) => {
  browserErrors.announce(/status of 401/);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(administrator.email);
  await page.getByLabel(/^Password/).fill("wrong horse battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: /password/i })).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue(administrator.email);
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);

  await page.getByLabel("E-mail address").fill(administrator.email);
  await page.getByLabel(/^Password/).fill(administrator.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: /^Signed in as/ })).toBeVisible();
});

for (const path of pages)
  test(`${path} leads a stranger to sign-in and shows nothing before`, async ({ page, request, house }) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(await answer.text()).not.toContain(house.topics.antivirus.arn);
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });

test("the routes behind the pages answer a stranger 401", async ({ request, house }) => {
  const topic = `/api/topics/${house.topics.antivirus.id}`;
  for (const path of [
    `${topic}/revision`,
    `${topic}/endpoint?protocol=email&endpoint=a@example.com`,
    `${topic}/news`,
    `${topic}/arrival?messageId=1`,
    `${topic}/sample-told`,
    "/api/event-bridge/buses",
    "/api/event-bridge/counters",
    "/api/event-bridge/recipes",
  ]) {
    const answer = await request.get(path);
    expect([path, answer.status(), await answer.text()]).toEqual([path, 401, ""]);
  }
});

test("a server action called without a session changes nothing", async ({ browser, request, house, aws }) => {
  const { id, arn } = house.topics.antivirus;
  const context = await browser.newContext({ baseURL: house.url, storageState: house.storageState });
  const page = await context.newPage();
  const seen = unique.queue("seen");
  await new SubscriptionsPage(page).open(id);
  const called = page.waitForRequest((each) => each.headers()["next-action"] !== undefined);
  await new Wizard(page).add({ types: ["Scan result"] }, "Amazon SQS", seen);
  const action = await called;
  const forged = unique.queue("forged");
  const endpoints = async () => (await aws.listed(arn)).map(({ endpoint }) => endpoint);

  const answer = await request.fetch(action.url(), replayed(action, seen, forged));
  expect(await answer.text()).toContain("Your session has ended");
  expect(await endpoints()).not.toContain(forged);

  // the very same call with a session works: it was the session that was missing
  await context.request.fetch(action.url(), replayed(action, seen, forged));
  expect(await endpoints()).toContain(forged);
  await context.close();
});

/** The same call of a server action for another endpoint, without the cookies. */
function replayed(action: Request, endpoint: string, other: string) {
  const { cookie: _, ...headers } = action.headers();
  return { method: "POST", headers, data: (action.postData() ?? "").replaceAll(endpoint, other) };
}
