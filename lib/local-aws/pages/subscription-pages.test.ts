import { describe, expect, test } from "vitest";
import { withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const HOUR_MS = 3_600_000;

async function open(url: string) {
  const response = await fetch(url);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

const linkIn = (html: string) => String(/<a href="([^"]+)">/.exec(html)?.[1]).replaceAll("&amp;", "&");

test("the link in the mail leads to a page that confirms, says so, and offers to unsubscribe", async () => {
  const TopicArn = await aws.newTopic();
  const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
  const { status, headers, html } = await open(await aws.confirmLink(arn));
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(html).toContain('<html lang="en">');
  expect(html).toContain("<title>Subscription confirmed!</title>");
  expect(html).toMatch(/<h1[^>]*>Subscription confirmed!<\/h1>/);
  expect(html).toContain(arn);
  expect(await aws.listedArns(TopicArn)).toEqual([arn]);
  expect((await aws.attributesOf(arn)).ConfirmationWasAuthenticated).toBe("false");

  const removed = await open(linkIn(html));
  expect(removed.html).toMatch(/<h1[^>]*>Subscription removed!<\/h1>/);
  expect(await aws.listedArns(TopicArn)).toEqual(["Deleted"]);

  const restored = await open(linkIn(removed.html));
  expect(restored.html).toMatch(/<h1[^>]*>Subscription confirmed!<\/h1>/);
  expect(await aws.listedArns(TopicArn)).toEqual([arn]);
});

test("opening the link twice says the same twice", async () => {
  const arn = await aws.subscribe({
    TopicArn: await aws.newTopic(),
    Protocol: "email",
    Endpoint: "a@example.com",
  });
  const link = await aws.confirmLink(arn);
  expect((await open(link)).html).toBe((await open(link)).html);
});

describe("a link that does not work", () => {
  test("says so readably when it has expired", async () => {
    const arn = await aws.subscribe({
      TopicArn: await aws.newTopic(),
      Protocol: "email",
      Endpoint: "a@example.com",
    });
    const link = await aws.confirmLink(arn);
    await aws.advance(48 * HOUR_MS);
    const { status, html } = await open(link);
    expect(status).toBe(400);
    expect(html).toMatch(/<h1[^>]*>Subscription not confirmed<\/h1>/);
    expect(html).toContain("Invalid parameter: Token");
  });

  test.each(["/confirmation.html", "/unsubscribe.html", "/unsubscribe.html?SubscriptionArn=Deleted"])(
    "%s",
    async (path) => {
      const { status, html } = await open(aws.url + path);
      expect(status).toBe(400);
      expect(html).toMatch(/<h1[^>]*>Subscription not (confirmed|removed)<\/h1>/);
    },
  );

  test("for a subscription that is protected says who can remove it", async () => {
    const TopicArn = await aws.newTopic();
    const Endpoint = "arn:aws:sqs:us-east-1:123456789012:queue";
    const SubscriptionArn = await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint });
    const { status, html } = await open(
      `${aws.url}/unsubscribe.html?${new URLSearchParams({ SubscriptionArn })}`,
    );
    expect(status).toBe(403);
    expect(html).toContain("Only the owner of the topic can remove this subscription.");
    expect(html).toContain("not authorized to perform: SNS:Unsubscribe");
  });
});

test("hostile input is shown as text", async () => {
  const SubscriptionArn = `arn:aws:sns:us-east-1:123456789012:t:"><img src=x onerror='alert(1)'>`;
  const { html } = await open(`${aws.url}/unsubscribe.html?${new URLSearchParams({ SubscriptionArn })}`);
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img");
});

test("a mere HEAD, as link scanners send, confirms nothing", async () => {
  const TopicArn = await aws.newTopic();
  const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
  expect((await fetch(await aws.confirmLink(arn), { method: "HEAD" })).status).toBe(405);
  expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
});
