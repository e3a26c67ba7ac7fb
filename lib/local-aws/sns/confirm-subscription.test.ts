import { ConfirmSubscriptionCommand, UnsubscribeCommand } from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { invalidParameter, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const HOUR_MS = 3_600_000;
const UNKNOWN_TOKEN = "0".repeat(288);

async function pendingMailbox() {
  const TopicArn = await aws.newTopic();
  const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
  return { TopicArn, arn, Token: await aws.tokenOf(arn) };
}

async function confirm(input: { TopicArn: string; Token: string; AuthenticateOnUnsubscribe?: string }) {
  return (await aws.sns.send(new ConfirmSubscriptionCommand(input))).SubscriptionArn;
}

async function openLink(TopicArn: string, Token: string) {
  const response = await fetch(
    `${aws.url}/?${new URLSearchParams({ Action: "ConfirmSubscription", TopicArn, Token })}`,
  );
  return { status: response.status, text: await response.text() };
}

test("a token has 288 hexadecimal digits", async () => {
  expect((await pendingMailbox()).Token).toMatch(/^[0-9a-f]{288}$/);
});

test("confirming gives the ARN; confirming again gives the same", async () => {
  const { TopicArn, arn, Token } = await pendingMailbox();
  expect(await confirm({ TopicArn, Token })).toBe(arn);
  expect(await confirm({ TopicArn, Token })).toBe(arn);
  expect(await aws.listedArns(TopicArn)).toEqual([arn]);
  const attributes = await aws.attributesOf(arn);
  expect(attributes).toMatchObject({ PendingConfirmation: "false", ConfirmationWasAuthenticated: "false" });
});

test("every token sent for a pending subscription works", async () => {
  const { TopicArn, arn, Token } = await pendingMailbox();
  await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
  expect(await confirm({ TopicArn, Token })).toBe(arn);
});

test("the unsigned link confirms and answers XML", async () => {
  const { TopicArn, arn, Token } = await pendingMailbox();
  const { status, text } = await openLink(TopicArn, Token);
  expect(status).toBe(200);
  expect(text).toContain("<ConfirmSubscriptionResponse");
  expect(text).toContain(`<SubscriptionArn>${arn}</SubscriptionArn>`);
  expect(await aws.listedArns(TopicArn)).toEqual([arn]);
});

test("the token alone decides: a wrong topic name of the right region confirms", async () => {
  const { TopicArn, arn, Token } = await pendingMailbox();
  expect(await confirm({ TopicArn: `${TopicArn}-wrong`, Token })).toBe(arn);
});

describe("refused", () => {
  test("a topic that is no ARN or of another region", async () => {
    const { TopicArn, Token } = await pendingMailbox();
    for (const wrong of ["topic", TopicArn.replace("us-east-1", "eu-west-1")]) {
      expect(await refusalOf(confirm({ TopicArn: wrong, Token }))).toEqual(invalidParameter("Topic"));
      const { status, text } = await openLink(wrong, Token);
      expect(status).toBe(400);
      expect(text).toContain("<Message>Invalid parameter: Topic</Message>");
    }
  });

  test("a badly shaped token, in other words than an unknown one", async () => {
    const TopicArn = await aws.newTopic();
    expect(await refusalOf(confirm({ TopicArn, Token: "abc" }))).toEqual({
      ...invalidParameter(""),
      message: "Invalid token",
    });
    expect(await refusalOf(confirm({ TopicArn, Token: UNKNOWN_TOKEN }))).toEqual(invalidParameter("Token"));
  });

  test.each(["abc", UNKNOWN_TOKEN])("through the link both alike: %.3s", async (token) => {
    const { status, text } = await openLink(await aws.newTopic(), token);
    expect(status).toBe(400);
    expect(text).toContain("<Code>InvalidParameter</Code><Message>Invalid parameter: Token</Message>");
  });

  test("a token older than 48 hours", async () => {
    const { TopicArn, Token } = await pendingMailbox();
    await aws.advance(48 * HOUR_MS);
    expect(await refusalOf(confirm({ TopicArn, Token }))).toEqual(invalidParameter("Token"));
  });

  test("a token of a subscription its owner removed", async () => {
    const { TopicArn, arn, Token } = await pendingMailbox();
    await confirm({ TopicArn, Token });
    await aws.sns.send(new UnsubscribeCommand({ SubscriptionArn: arn }));
    expect(await refusalOf(confirm({ TopicArn, Token }))).toEqual(invalidParameter("Token"));
  });
});

describe("AuthenticateOnUnsubscribe", () => {
  test("shows in ConfirmationWasAuthenticated", async () => {
    const { TopicArn, arn, Token } = await pendingMailbox();
    await confirm({ TopicArn, Token, AuthenticateOnUnsubscribe: "true" });
    expect((await aws.attributesOf(arn)).ConfirmationWasAuthenticated).toBe("true");
  });

  test("cannot be set by an unsigned link", async () => {
    const { TopicArn, arn, Token } = await pendingMailbox();
    const query = { Action: "ConfirmSubscription", TopicArn, Token, AuthenticateOnUnsubscribe: "true" };
    expect((await fetch(`${aws.url}/?${new URLSearchParams(query)}`)).status).toBe(403);
    expect((await aws.attributesOf(arn)).PendingConfirmation).toBe("true");
  });
});
