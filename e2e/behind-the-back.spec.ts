import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { elsewhere } from "./fixtures/elsewhere.ts";
import type { LocalAws } from "./fixtures/local-aws.ts";
import { expect, test } from "./fixtures/own-topic.ts";
import { unique } from "./fixtures/unique.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { Wizard } from "./pages/wizard.ts";

/** An open page asks every five seconds, and AWS is asked for it every ten. */
const BY_ITSELF_MS = 30_000;
const HOUR_MS = 3_600_000;

const infected = { notificationType: ["scanResult"], scanResult: ["Infected"] };
const invoices = { notificationType: ["scanResult"], key: [{ prefix: "invoices/" }] };

async function follow(link: string) {
  const answer = await fetch(link);
  expect(answer.ok, `${link} answers ${answer.status}`).toBe(true);
}

/** The unsubscribe link at the foot of a notification that an address was sent. */
async function unsubscribeLink(aws: LocalAws, address: string): Promise<string> {
  const [mail] = (await aws.mailsTo(address)).filter(({ kind }) => kind === "notification");
  const link = /https?:\/\/\S+\/unsubscribe\.html\S*/.exec(mail?.text ?? "")?.[0];
  if (!link) throw new Error(`no notification to ${address}`);
  return link;
}

test("a subscription made elsewhere appears after Refresh, its own kind of filter shown as such", async ({
  page,
  aws,
  topic,
}) => {
  const list = new SubscriptionsPage(page);
  await expect(page.getByText("Nobody is notified yet")).toBeVisible();
  const endpoint = unique.queue("elsewhere");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "sqs", endpoint, policy: invoices });
  await list.refreshTo("1 new");
  await list.expectStatus(endpoint, "Confirmed");
  const row = list.row(endpoint);
  await expect(row.getByText("Made elsewhere")).toBeVisible();
  await expect(row.getByText("Custom", { exact: true })).toBeVisible();
  await expect(row).toContainText("invoices/");
  await list.refreshTo("No changes");
  await expect(list.rows).toHaveCount(1);
});

test("an open page notices a confirmation by itself and says so", async ({ page, aws, topic }) => {
  test.setTimeout(120_000 + BY_ITSELF_MS);
  const list = new SubscriptionsPage(page);
  const address = unique.mail("waiting");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "email", endpoint: address });
  await list.refresh();
  await list.expectStatus(address, "Pending");
  await expect(list.row(address)).toContainText("AWS shows the filter once it is confirmed");
  await follow(await aws.confirmationLink(address));
  await expect(list.messages).toContainText(`${address} is now confirmed.`, { timeout: BY_ITSELF_MS });
  await list.expectStatus(address, "Confirmed");
  await expect(list.row(address)).toContainText("All notifications");
});

test("a subscription removed elsewhere is Lost, explained, and can be added again as it was", async ({
  page,
  aws,
  topic,
}) => {
  const list = new SubscriptionsPage(page);
  const endpoint = unique.queue("vanishing");
  const arn = await elsewhere.subscribe(aws, {
    topicArn: topic.arn,
    protocol: "sqs",
    endpoint,
    policy: infected,
  });
  await list.refresh();
  await list.expectStatus(endpoint, "Confirmed");
  await aws.call("Unsubscribe", { SubscriptionArn: arn });
  await list.refreshTo("1 gone");
  await list.expectStatus(endpoint, "Lost");
  await list.expectExplanation(endpoint, "It is gone from AWS, and not through this console");

  await list.choose(endpoint, "Add again");
  const wizard = new Wizard(page);
  await expect(wizard.endpoint).toHaveValue(endpoint);
  await expect(wizard.fields.type("Scan result")).toBeChecked();
  await expect(wizard.fields.result("Infected")).toBeChecked();
  await wizard.submit.click();
  await expect(wizard.dialog).toBeHidden();
  await list.expectStatus(endpoint, "Confirmed");
  await expect(list.rows).toHaveCount(1);
  const [at, ...others] = await aws.listed(topic.arn);
  expect(others).toEqual([]);
  expect(at?.endpoint).toBe(endpoint);
  expect(at?.arn).not.toBe(arn);
  const attributes = await aws.attributesOf(at?.arn ?? "");
  expect(JSON.parse(attributes.FilterPolicy ?? "")).toEqual(infected);
});

test("a recipient who follows the unsubscribe link is shown as Unsubscribed, with what that blocks", async ({
  page,
  aws,
  topic,
}) => {
  const list = new SubscriptionsPage(page);
  const address = unique.mail("leaving");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "email", endpoint: address });
  await follow(await aws.confirmationLink(address));
  await list.refresh();
  await list.expectStatus(address, "Confirmed");
  await aws.call("Publish", { TopicArn: topic.arn, Subject: "Scan result", Message: "{}" });
  await follow(await unsubscribeLink(aws, address));
  await list.refresh();
  await list.expectStatus(address, "Unsubscribed");
  await list.expectExplanation(address, "refuses to subscribe the endpoint again");
  await list
    .row(address)
    .getByRole("button", { name: /^Actions for/ })
    .click();
  const addAgain = page.getByRole("menuitem", { name: /^Add again/ });
  await expect(addAgain).toHaveAttribute("aria-disabled", "true");
  await expect(addAgain).toContainText("for up to 72 hours");
});

test("a filter changed elsewhere is shown after Refresh, and the audit says that it was noticed", async ({
  page,
  aws,
  topic,
}) => {
  const list = new SubscriptionsPage(page);
  const endpoint = unique.queue("changing");
  const arn = await elsewhere.subscribe(aws, {
    topicArn: topic.arn,
    protocol: "sqs",
    endpoint,
    policy: infected,
  });
  await list.refresh();
  await expect(list.row(endpoint)).toContainText("Infected");
  await aws.call("SetSubscriptionAttributes", {
    SubscriptionArn: arn,
    AttributeName: "FilterPolicy",
    AttributeValue: JSON.stringify({ notificationType: ["scanResult"], scanResult: ["Unscannable"] }),
  });
  await list.refresh();
  await expect(list.row(endpoint)).toContainText("Unscannable");
  await expect(list.row(endpoint)).not.toContainText("Infected");

  await page.goto(`/monitoring/audit?q=${encodeURIComponent(endpoint)}`);
  const entry = page.getByRole("listitem").filter({ hasText: "Noticed a change at AWS" });
  await entry.locator("summary").click();
  await expect(entry.getByRole("deletion").filter({ hasText: "Infected" })).toBeVisible();
  await expect(entry.getByRole("definition").filter({ hasText: "Unscannable" })).toBeVisible();
});

test("an HTTP endpoint is asked by AWS and confirms by visiting its SubscribeURL", async ({
  page,
  aws,
  topic,
}) => {
  test.setTimeout(120_000 + BY_ITSELF_MS);
  const asked: { contentType: string | undefined; kind: unknown; body: string }[] = [];
  const receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { "content-type": contentType, "x-amz-sns-message-type": kind } = request.headers;
    asked.push({ contentType, kind, body });
    response.end();
  });
  await new Promise<void>((done) => receiver.listen(0, "127.0.0.1", done));
  // an address of a listening server, which no pipe is
  const { port } = receiver.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}/notifications`;

  const list = new SubscriptionsPage(page);
  await new Wizard(page).add({ types: ["Scan result"], results: ["Infected"] }, "HTTP", endpoint);
  await list.expectStatus(endpoint, "Pending");
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]).toMatchObject({
    contentType: "text/plain; charset=UTF-8",
    kind: "SubscriptionConfirmation",
  });
  const message = JSON.parse(asked[0]?.body ?? "");
  expect(message).toMatchObject({ Type: "SubscriptionConfirmation", TopicArn: topic.arn });
  await follow(message.SubscribeURL);
  await list.expectStatus(endpoint, "Confirmed", BY_ITSELF_MS);
  expect((await aws.attributes(topic.arn, endpoint))?.PendingConfirmation).toBe("false");
  receiver.close();
  receiver.closeAllConnections();
});

test("what nobody confirmed for 48 hours is shown as expired", async ({ page, aws, topic }) => {
  const list = new SubscriptionsPage(page);
  const address = unique.mail("forgotten");
  await elsewhere.subscribe(aws, { topicArn: topic.arn, protocol: "email", endpoint: address });
  await list.refresh();
  await list.expectStatus(address, "Pending");
  await aws.advance(49 * HOUR_MS);
  await list.refresh();
  await list.expectStatus(address, "Lost");
  await list.expectExplanation(
    address,
    "It was not confirmed within 48 hours, so AWS dropped it. Add it again.",
  );
});
