import type { Locator, Page } from "@playwright/test";
import { elsewhere } from "./fixtures/elsewhere.ts";
import { LocalAws } from "./fixtures/local-aws.ts";
import { manageByArn, type OwnTopic } from "./fixtures/own-topic.ts";
import { test as base, expect } from "./fixtures/test.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";

const number = (n: number) => String(n).padStart(3, "0");
const queue = (n: number) => `arn:aws:sqs:us-east-1:123456789012:queue-${number(n)}`;
const lambda = (n: number) => `arn:aws:lambda:us-east-1:123456789012:function:on-scan-${number(n)}`;
const infected = { notificationType: ["scanResult"], scanResult: ["Infected"] };
const discovered = { notificationType: ["bucketsDiscovered"] };

/** 120 queues with a filter, 120 without, and 60 functions with another filter: AWS takes 200 filters to a topic. */
const crowdOf = (topicArn: string) => [
  ...Array.from({ length: 120 }, (_, n) => ({
    topicArn,
    protocol: "sqs",
    endpoint: queue(n),
    policy: infected,
  })),
  ...Array.from({ length: 120 }, (_, n) => ({ topicArn, protocol: "sqs", endpoint: queue(n + 120) })),
  ...Array.from({ length: 60 }, (_, n) => ({
    topicArn,
    protocol: "lambda",
    endpoint: lambda(n),
    policy: discovered,
  })),
];

const test = base.extend<object, { crowd: OwnTopic }>({
  crowd: [
    async ({ browser, house }, use) => {
      const aws = new LocalAws(house.awsUrl);
      const arn = await elsewhere.createTopic(aws, "Antivirus-crowd");
      for (const one of crowdOf(arn)) await elsewhere.subscribe(aws, one);
      const page = await browser.newPage({ baseURL: house.url, storageState: house.storageState });
      const topic = await manageByArn(page, arn);
      await untilAllIsRead(page, topic);
      await page.close();
      await use(topic);
    },
    { scope: "worker", timeout: 90_000 },
  ],
});

/** AWS tells filters one by one, in the background. */
async function untilAllIsRead(page: Page, { id }: OwnTopic) {
  const list = `/configuration/proactive-notifications?topic=${id}`;
  await expect(async () => {
    await page.goto(list);
    await expect(page.getByText("1–25 of 300")).toBeVisible({ timeout: 500 });
    await page.goto(`${list}&q=not+known+yet`);
    await expect(page.getByText("No subscription matches")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 80_000 });
}

/** The endpoints of the rows in sight, in their order. */
async function endpoints(page: Page): Promise<string[]> {
  const labels = await new SubscriptionsPage(page).rows.evaluateAll((buttons) =>
    buttons.map((button) => button.getAttribute("aria-label") ?? ""),
  );
  return labels.map((label) => label.replace("Actions for ", ""));
}

const pages = (page: Page) => page.getByRole("navigation", { name: "Pages" });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search subscriptions" });

/** Chooses a value of a facet and leaves its list. */
async function narrow(page: Page, facet: string, value: RegExp) {
  await facetButton(page, facet).click();
  await page.getByRole("list", { name: facet, exact: true }).getByRole("link", { name: value }).click();
  await expect(facetButton(page, facet)).toHaveAccessibleName(new RegExp(`^${facet}: `));
  await page.keyboard.press("Escape");
}

function facetButton(page: Page, facet: string): Locator {
  return page.getByRole("group", { name: "Filters" }).getByRole("button", { name: new RegExp(`^${facet}`) });
}

test.beforeEach(async ({ page, crowd }) => {
  await new SubscriptionsPage(page).open(crowd.id);
  await expect(pages(page).getByText("1–25 of 300")).toBeVisible();
});

test("a search finds by part of the endpoint or by filter, and lives in the address", async ({ page }) => {
  await search(page).fill("queue-017");
  await expect(pages(page).getByText("1–1 of 1")).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=queue-017(&|$)/);
  expect(await endpoints(page)).toEqual([queue(17)]);
  await search(page).fill("INFECTED");
  await expect(pages(page).getByText("1–25 of 120")).toBeVisible();
  await page.reload();
  await expect(search(page)).toHaveValue("INFECTED");
  await expect(pages(page).getByText("1–25 of 120")).toBeVisible();
  await search(page).press("Escape");
  await expect(pages(page).getByText("1–25 of 300")).toBeVisible();
  await expect(page).not.toHaveURL(/[?&]q=/);
});

test("what is searched for is text: neither a wildcard nor an operator", async ({ page }) => {
  for (const text of ["queue%", "queue_01", "' OR 1=1 --"]) {
    await search(page).fill(text);
    await expect(page.getByText(`Nothing was found for “${text}”`)).toBeVisible();
  }
});

test("facets narrow together, count what is left, and live in the address", async ({ page }) => {
  await facetButton(page, "Protocol").click();
  const protocols = page.getByRole("list", { name: "Protocol", exact: true });
  await expect(protocols.getByRole("link")).toHaveText([/Amazon SQS\s*240/, /AWS Lambda\s*60/]);
  await page.keyboard.press("Escape");

  await narrow(page, "Protocol", /Amazon SQS/);
  await expect(pages(page).getByText("1–25 of 240")).toBeVisible();
  await narrow(page, "Notification Type", /Scan result/);
  await expect(pages(page).getByText("1–25 of 120")).toBeVisible();
  const address = new URL(page.url()).searchParams;
  expect(address.get("protocol")).toBe("sqs");
  expect(address.get("type")).toBe("scanResult");
  await page.reload();
  await expect(pages(page).getByText("1–25 of 120")).toBeVisible();
  await page.getByRole("group", { name: "Filters" }).getByRole("link", { name: "Clear filters" }).click();
  await expect(pages(page).getByText("1–25 of 300")).toBeVisible();
});

test("a column's heading sorts all rows, not only those in sight, and turns round", async ({ page }) => {
  const heading = page.getByRole("columnheader", { name: "Endpoint" });
  await heading.getByRole("link").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/sort=endpoint&dir=asc/);
  expect((await endpoints(page)).slice(0, 2)).toEqual([lambda(0), lambda(1)]);
  await heading.getByRole("link").click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  expect((await endpoints(page)).slice(0, 2)).toEqual([queue(239), queue(238)]);
});

test("pages hold every row once, in any size, and the last one the rest", async ({ page, crowd }) => {
  await page.goto(`/configuration/proactive-notifications?topic=${crowd.id}&sort=endpoint&dir=asc&size=100`);
  const seen: string[] = [];
  for (const range of ["1–100 of 300", "101–200 of 300", "201–300 of 300"]) {
    await expect(pages(page).getByText(range)).toBeVisible();
    seen.push(...(await endpoints(page)));
    const next = pages(page).getByRole("link", { name: "Next page" });
    if (range.startsWith("201")) await expect(next).toBeHidden();
    else await next.click();
  }
  expect(seen).toEqual(
    crowdOf(crowd.arn)
      .map(({ endpoint }) => endpoint)
      .sort(),
  );
  await pages(page).getByRole("link", { name: "50 per page" }).click();
  await expect(pages(page).getByText("1–50 of 300")).toBeVisible();
  await page.goto(`/configuration/proactive-notifications?topic=${crowd.id}&page=999`);
  await expect(pages(page).getByText("276–300 of 300")).toBeVisible();
});

test("back and forward walk through the views", async ({ page }) => {
  await narrow(page, "Protocol", /AWS Lambda/);
  await expect(pages(page).getByText("1–25 of 60")).toBeVisible();
  await pages(page).getByRole("link", { name: "Page 2" }).click();
  await expect(pages(page).getByText("26–50 of 60")).toBeVisible();
  const secondPage = await endpoints(page);

  await page.goBack();
  await expect(pages(page).getByText("1–25 of 60")).toBeVisible();
  await page.goBack();
  await expect(pages(page).getByText("1–25 of 300")).toBeVisible();
  await expect(facetButton(page, "Protocol")).toHaveAccessibleName("Protocol");
  await page.goForward();
  await page.goForward();
  await expect(pages(page).getByText("26–50 of 60")).toBeVisible();
  expect(await endpoints(page)).toEqual(secondPage);
});

test("a link shows somebody else the same rows", async ({ page, browser, house }) => {
  await search(page).fill("queue");
  await expect(pages(page).getByText("1–25 of 240")).toBeVisible();
  await page.getByRole("columnheader", { name: "Endpoint" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=endpoint/);
  await pages(page).getByRole("link", { name: "Page 3" }).click();
  await expect(pages(page).getByText("51–75 of 240")).toBeVisible();

  const context = await browser.newContext({ storageState: house.storageState });
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(pages(other).getByText("51–75 of 240")).toBeVisible();
  expect(await endpoints(other)).toEqual(await endpoints(page));
  expect(await endpoints(other)).toContain(queue(50));
  await context.close();
});

test("where nothing matches the page says so and offers to clear the filters", async ({ page }) => {
  await narrow(page, "Protocol", /AWS Lambda/);
  await search(page).fill("queue");
  await expect(page.getByText("No subscription matches")).toBeVisible();
  await expect(page.getByText("Nothing was found for “queue” with these filters.")).toBeVisible();
  await page.getByRole("table").locator("..").getByRole("link", { name: "Clear filters" }).click();
  await expect(pages(page).getByText("1–25 of 300")).toBeVisible();
  await expect(search(page)).toHaveValue("");
});

test("at 320 pixels the page never scrolls sideways", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(new SubscriptionsPage(page).rows.first()).toBeVisible();
  const width = () => page.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBeLessThanOrEqual(320);
  await narrow(page, "Notification Type", /Scan result/);
  await expect(pages(page).getByText("1–25 of 120")).toBeVisible();
  expect(await width()).toBeLessThanOrEqual(320);
});

test("single keys search, refresh and add, but never while somebody types, and can be turned off", async ({
  page,
}) => {
  const dialog = page.getByRole("dialog", { name: "Add Proactive Notifications Subscription" });
  const refreshed = page.getByRole("status").getByText("No changes");
  // the first key may come before the page listens
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(search(page)).toBeFocused({ timeout: 500 });
  }).toPass();
  await search(page).clear();
  await page.keyboard.type("n/r");
  await expect(search(page)).toHaveValue("n/r");
  await expect(page.getByText("No subscription matches")).toBeVisible();
  await expect(dialog).toBeHidden();
  await search(page).press("Escape");
  await expect(pages(page).getByText("1–25 of 300")).toBeVisible();
  await search(page).blur();
  await page.keyboard.press("n");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press("r");
  await expect(refreshed).toBeVisible({ timeout: 30_000 });

  await page.getByRole("button", { name: "Keyboard shortcuts" }).click();
  await page.getByRole("switch", { name: "Single-key shortcuts" }).uncheck();
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(pages(page).getByText("1–25 of 300")).toBeVisible();
  await expect(page.getByRole("button", { name: "Refresh", exact: true })).not.toHaveAttribute(
    "aria-keyshortcuts",
  );
  for (const key of ["/", "n", "r"]) await page.keyboard.press(key);
  // the next thing the page does on purpose comes after anything those keys could have begun
  await page.getByRole("columnheader", { name: "Endpoint" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=endpoint/);
  await expect(dialog).toBeHidden();
  await expect(refreshed).toBeHidden();
  await expect(search(page)).not.toBeFocused();
});
