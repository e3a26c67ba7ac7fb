import { expectAccessible } from "./fixtures/accessible.ts";
import { feedOf } from "./fixtures/local-aws.ts";
import { expect, test } from "./fixtures/own-topic.ts";
import { unique } from "./fixtures/unique.ts";
import { AuditPage } from "./pages/audit-page.ts";
import { Feeds } from "./pages/feeds.ts";
import { HistoryPage } from "./pages/history-page.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";

const infected = { notificationType: "scanResult", scanResult: "Infected" };

test("a topic is added with its feed on, and what it carries is in the history", async ({
  page,
  aws,
  topic,
}) => {
  const feeds = new Feeds(page);
  await feeds.goto();
  await feeds.expectState(topic.name, "On");
  await expectAccessible(page, "the feeds");

  const key = `${unique.mail("report").split("@")[0]}.pdf`;
  await aws.publish(topic.arn, JSON.stringify({ bucketName: "invoices", key }), {
    ...infected,
    bucket: "invoices",
    key,
  });
  const history = new HistoryPage(page);
  await history.openOnceArrived(topic.id, 1);
  await expect(history.row(key)).toBeVisible();
});

test("the feed is no subscription of the table, and nobody can add it by hand", async ({
  page,
  aws,
  topic,
}) => {
  const list = new SubscriptionsPage(page);
  await list.open(topic.id);
  await list.refresh();
  await expect(page.getByText("Nobody is notified yet")).toBeVisible();
  const listed = await aws.everyListed(topic.arn);
  expect(listed.map(({ endpoint }) => endpoint)).toEqual([feedOf(topic.arn)]);
});

test("a feed that was ended at AWS can be repaired, and one turned off says so where history is", async ({
  page,
  topic,
}) => {
  const feeds = new Feeds(page);
  await feeds.goto();
  await feeds.expectState(topic.name, "On");
  const repair = await feeds.open(topic.name, "Repair");
  await expectAccessible(page, "repairing a feed");
  await repair.getByRole("button", { name: "Repair" }).click();
  await expect(page.getByRole("status", { name: "Messages" })).toContainText("is on");

  const off = await feeds.open(topic.name, "Turn off");
  await expectAccessible(page, "turning a feed off");
  await off.getByRole("button", { name: "Turn off" }).click();
  await feeds.expectState(topic.name, "Being turned off");

  await page.goto(`/monitoring/notifications?topic=${topic.id}`);
  await expect(page.getByText("The feed of this topic: Being turned off")).toBeVisible();

  await feeds.goto();
  const on = await feeds.open(topic.name, "Turn on");
  await expectAccessible(page, "turning a feed on");
  await on.getByRole("button", { name: "Turn on" }).click();
  await feeds.expectState(topic.name, "On");

  const audit = new AuditPage(page);
  await audit.goto();
  await audit.search(topic.name);
  await expect(audit.entry("Turned a feed off")).toBeVisible();
});

test("what AWS refuses stands beside the feed, and trying again mends it", async ({ page, aws, topic }) => {
  const feeds = new Feeds(page);
  await feeds.goto();
  const off = await feeds.open(topic.name, "Turn off");
  await off.getByRole("button", { name: "Turn off" }).click();
  await feeds.expectState(topic.name, "Being turned off");
  await aws.faults([
    { operation: "CreateQueue", code: "AccessDenied", status: 403, message: "Not allowed", times: 1_000 },
  ]);
  const on = await feeds.open(topic.name, "Turn on");
  await on.getByRole("button", { name: "Turn on" }).click();
  await expect(on.getByRole("alert")).toContainText("Not allowed");
  await on.getByRole("button", { name: "Cancel" }).click();
  await feeds.expectState(topic.name, "Not on yet");
  await aws.heal();
  const repair = await feeds.open(topic.name, "Repair");
  await repair.getByRole("button", { name: "Repair" }).click();
  await feeds.expectState(topic.name, "On");
});

test("the health of what runs in the background is told without a session", async ({ request }) => {
  const live = await request.get("/api/health/live");
  expect(await live.json()).toEqual({ status: "ok" });
  const health = await (await request.get("/api/health")).json();
  expect(Object.keys(health.jobs)).toEqual(expect.arrayContaining(["forward", "retention"]));
});
