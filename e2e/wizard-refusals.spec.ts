import { randomInt, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { LocalAws } from "./fixtures/local-aws.ts";
import { expect, test } from "./fixtures/test.ts";
import { unique } from "./fixtures/unique.ts";
import { SubscriptionsPage } from "./pages/subscriptions-page.ts";
import { type Protocol, Wizard } from "./pages/wizard.ts";

// of one length, so that their order is that of the alphabet, in which AWS is told them
const buckets = (count: number) => Array.from({ length: count }, (_, index) => `bucket-${1000 + index}`);

test.beforeEach(({ page, house }) => new SubscriptionsPage(page).open(house.topics.antivirus.id));

test("an empty form names what is missing, and leads there", async ({ page }) => {
  const wizard = new Wizard(page);
  await wizard.open();
  await wizard.submit.click();
  const problems = wizard.dialog.getByRole("alert");
  await expect(problems).toContainText("2 fields need attention");
  await expect(problems).toContainText("Choose at least one notification type.");
  await problems.getByRole("link", { name: /^Enter the endpoint/ }).click();
  await expect(wizard.endpoint).toBeFocused();
  await expect(wizard.endpoint).toHaveAccessibleDescription(/Enter the endpoint: e-mail address/);
});

test("150 combinations reach AWS, the 151st is refused by name of the field", async ({
  page,
  house,
  aws,
}) => {
  const wizard = new Wizard(page);
  const queue = unique.queue("budget");
  await wizard.open();
  await wizard.fields.choose({ types: ["Scan result"], buckets: buckets(151) });
  await wizard.deliverTo("Amazon SQS", queue);
  await wizard.submit.click();
  const sentence =
    "151 buckets with 1 notification type make 151 combinations, and SNS accepts 150. With 1 notification type at most 150 buckets fit: remove 1.";
  await expect(wizard.fields.buckets).toHaveAccessibleDescription(new RegExp(sentence));
  await expect(wizard.dialog).toContainText("151 of 150 combinations");
  expect(await endpointsAt(aws, house.topics.antivirus.arn)).not.toContain(queue);

  await wizard.dialog.getByRole("button", { name: "Remove bucket-1150", exact: true }).click();
  await wizard.fields.expectBudget(150);
  await wizard.submit.click();
  await expect(wizard.dialog).toBeHidden();
  const held = await aws.attributes(house.topics.antivirus.arn, queue);
  expect(JSON.parse(held?.FilterPolicy ?? "null")).toEqual({
    notificationType: ["scanResult"],
    bucket: buckets(150),
  });
});

test("results multiply: six of them leave room for 25 accounts", async ({ page }) => {
  const wizard = new Wizard(page);
  const results = ["Infected", "Suspicious", "Error", "Unscannable", "Infected (allowed)", "Clean"];
  const accounts = Array.from({ length: 26 }, (_, index) => String(100_000_000_000 + index));
  await wizard.open();
  await wizard.fields.choose({ types: ["Scan result"], results, accounts });
  await wizard.submit.click();
  await expect(wizard.fields.accounts).toHaveAccessibleDescription(
    /26 accounts with 6 results make 156 combinations.*at most 25 accounts fit: remove 1/,
  );
});

for (const [field, values, messages] of [
  ["buckets", ["invoices", "Not_A_Bucket", "ab"], ['"Not_A_Bucket" is not', '"ab" is not a bucket name.']],
  ["accounts", ["123456789012", "12345", "1-2"], ['"12345" is not', '"1-2" is not an account ID.']],
] as const)
  test(`of several ${field} those that are none are refused by name`, async ({ page, house, aws }) => {
    const wizard = new Wizard(page);
    const queue = unique.queue("refused");
    await wizard.open();
    await wizard.fields.choose({ types: ["Scan result"], [field]: values });
    await wizard.deliverTo("Amazon SQS", queue);
    await wizard.submit.click();
    for (const message of messages)
      await expect(wizard.fields[field]).toHaveAccessibleDescription(new RegExp(message));
    await expect(wizard.fields[field]).not.toHaveAccessibleDescription(new RegExp(`"${values[0]}" is not`));
    await expect(wizard.fields[field]).toHaveAttribute("aria-invalid", "true");
    expect(await endpointsAt(aws, house.topics.antivirus.arn)).not.toContain(queue);
  });

const queue = unique.queue("endpoint");
const platformEndpoint = `arn:aws:sns:us-east-1:123456789012:endpoint/GCM/app/${randomUUID()}`;
const endpoints: [protocol: Protocol, bad: string, good: string, message: string, status: string][] = [
  ["Email", "security@localhost", unique.mail("email"), "Enter one e-mail address", "Pending"],
  ["Email-JSON", "a@example.com, b@example.com", unique.mail("json"), "Enter one e-mail address", "Pending"],
  [
    "HTTP",
    "https://127.0.0.1:9/not-http",
    "http://127.0.0.1:9/x",
    "Enter a URL that begins with http://",
    "Pending",
  ],
  [
    "HTTPS",
    "http://127.0.0.1:9/not-https",
    "https://127.0.0.1:9/x",
    "Enter a URL that begins with https://",
    "Pending",
  ],
  [
    "Amazon SQS",
    "https://sqs.us-east-1.amazonaws.com/123456789012/queue",
    queue,
    "Enter the ARN of the queue, not its URL",
    "Confirmed",
  ],
  [
    "AWS Lambda",
    "on-scan-result",
    `arn:aws:lambda:us-east-1:123456789012:function:on-scan-${randomInt(1e9)}`,
    "Enter the ARN of the function",
    "Confirmed",
  ],
  [
    "Platform Application Endpoint",
    "arn:aws:sns:us-east-1:123456789012:topic",
    platformEndpoint,
    "Enter the ARN of the platform endpoint",
    "Confirmed",
  ],
  ["SMS", "555-CALL-ME", `+1555${randomInt(1_000_000, 9_999_999)}`, "Enter the phone number", "Confirmed"],
  [
    "Amazon Data Firehose",
    "arn:aws:s3:::scan-results",
    `arn:aws:firehose:us-east-1:123456789012:deliverystream/results-${randomInt(1e9)}`,
    "Enter the ARN of the delivery stream",
    "Confirmed",
  ],
];

for (const [protocol, bad, good, message, status] of endpoints)
  test(`${protocol}: refuses ${bad}, and subscribes what AWS takes`, async ({ page, house, aws }) => {
    const wizard = new Wizard(page);
    const list = new SubscriptionsPage(page);
    await wizard.open();
    await wizard.fields.type("Updates available").check();
    await wizard.deliverTo(protocol, bad);
    await wizard.submit.click();
    await expect(wizard.endpoint).toHaveAccessibleDescription(new RegExp(message));
    expect(await endpointsAt(aws, house.topics.antivirus.arn)).not.toContain(bad);

    await wizard.endpoint.fill(good);
    await expect(wizard.endpoint).not.toHaveAccessibleDescription(new RegExp(message));
    if (protocol === "Amazon Data Firehose") {
      const role = wizard.dialog.getByRole("textbox", { name: "Subscription role ARN" });
      await wizard.submit.click();
      await expect(role).toHaveAccessibleDescription(/Enter the ARN of the role that SNS assumes/);
      await role.fill("arn:aws:iam::123456789012:role/sns-to-firehose");
    }
    await wizard.submit.click();
    await expect(wizard.dialog).toBeHidden();
    await list.expectStatus(good, status);
    expect(await endpointsAt(aws, house.topics.antivirus.arn)).toContain(good);
  });

const account = "123456789012";
const types = ["scanResult"];
const forgeries: [name: string, forged: object, message: string][] = [
  [
    "an account beside a deployment type",
    { types: ["updatesAvailable"], accounts: [account] },
    "Updates available notifications belong to no account.",
  ],
  [
    "a bucket beside an account",
    { types, buckets: ["invoices"], accounts: [account] },
    "Clear the accounts or the buckets.",
  ],
  [
    "results of several types",
    { types: ["scanResult", "bucketCrawling"], results: ["Infected"] },
    "Clear the results",
  ],
  ["an unknown result", { types, results: ["infected"] }, 'Scan result has no value "infected".'],
  [
    "a type of the other product",
    { types: ["classificationResult"] },
    '"classificationResult" is not a notification type of Antivirus for Amazon S3.',
  ],
  ["no type at all", { types: [] }, "Choose at least one notification type."],
  ["151 buckets", { types, buckets: buckets(151) }, "151 buckets with 1 notification type make 151"],
  ["another protocol's endpoint", { protocol: "lambda" }, "Enter the ARN of the function"],
  [
    "a dead-letter queue of another account",
    { deadLetterQueueArn: "arn:aws:sqs:us-east-1:999999999999:x" },
    "The dead-letter queue must be in the topic's own account and region.",
  ],
];

test("forged calls with a session are refused by the server in words that name the field", async ({
  page,
  house,
  aws,
}) => {
  const wizard = new Wizard(page);
  const { id, arn } = house.topics.antivirus;
  const endpoint = unique.queue("forged");
  await wizard.open();
  await wizard.fields.type("Scan result").check();
  await wizard.deliverTo("Amazon SQS", endpoint);
  for (const [name, forged, message] of forgeries)
    await test.step(name, async () => {
      await forgeCalls(page, forged);
      await wizard.submit.click();
      await expect(wizard.dialog.getByRole("alert")).toContainText(message);
      await page.unrouteAll();
    });
  expect(await endpointsAt(aws, arn)).not.toContain(endpoint);
  await new SubscriptionsPage(page).open(id);
  await expect(new SubscriptionsPage(page).row(endpoint)).toHaveCount(0);

  // the very same form, unaltered, is not refused: it was the forgery that was
  await wizard.add({ types: ["Scan result"] }, "Amazon SQS", endpoint);
  expect(await endpointsAt(aws, arn)).toContain(endpoint);
});

async function endpointsAt(aws: LocalAws, topicArn: string): Promise<string[]> {
  return (await aws.listed(topicArn)).map(({ endpoint }) => endpoint);
}

/** Alters on the way to the server what the form sends, as the form itself could not. */
async function forgeCalls(page: Page, forged: object) {
  await page.route("**/configuration/proactive-notifications*", async (route, request) => {
    if (request.headers()["next-action"] === undefined) return route.fallback();
    const [input] = JSON.parse(request.postData() ?? "[]");
    await route.continue({ postData: JSON.stringify([{ ...input, ...forged }]) });
  });
}
