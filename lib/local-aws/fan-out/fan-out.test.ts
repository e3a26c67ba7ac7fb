import { PublishBatchCommand, PublishCommand, SetTopicAttributesCommand } from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const HOUR_MS = 3_600_000;
const QUEUE = "arn:aws:sqs:us-east-1:123456789012";
const DEAD_LETTERS = `${QUEUE}:dead-letters`;

const parse = (text: string | undefined) => JSON.parse(String(text));

describe("filter policies decide who gets a message", () => {
  test("by message attributes", async () => {
    const TopicArn = await aws.newTopic();
    const infected = await aws.confirmedMailbox(TopicArn, {
      Attributes: { FilterPolicy: '{"scanResult":["Infected"]}' },
    });
    const everything = await aws.confirmedMailbox(TopicArn);
    await aws.publish(TopicArn, "clean", { scanResult: "Clean" });
    await aws.publish(TopicArn, "infected", { scanResult: "Infected" });
    await aws.publish(TopicArn, "no attributes");
    const texts = async (arn: string) => {
      const mails = await aws.mailsOf(arn);
      return mails.filter(({ kind }) => kind === "notification").map(({ text }) => text.split("\n")[0]);
    };
    expect(await texts(infected)).toEqual(["infected"]);
    expect(await texts(everything)).toEqual(["no attributes", "infected", "clean"]);
  });

  test("by message body, which must be a JSON object", async () => {
    const TopicArn = await aws.newTopic();
    const Attributes = { FilterPolicyScope: "MessageBody", FilterPolicy: '{"scan":{"result":["Infected"]}}' };
    const Endpoint = `${QUEUE}:by-body`;
    await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint, Attributes });
    await aws.publish(TopicArn, '{"scan":{"result":"Infected"}}');
    await aws.publish(TopicArn, '{"scan":{"result":"Clean"}}');
    await aws.publish(TopicArn, "Infected", { scan: "Infected" });
    expect(await aws.deliveriesTo(Endpoint)).toHaveLength(1);
  });

  test("pending and unsubscribed endpoints get nothing", async () => {
    const TopicArn = await aws.newTopic();
    const pending = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "pending@example.com" });
    const gone = await aws.confirmedMailbox(TopicArn);
    await fetch(`${aws.url}/?${new URLSearchParams({ Action: "Unsubscribe", SubscriptionArn: gone })}`);
    await aws.publish(TopicArn, "m");
    const kinds = async (arn: string) => (await aws.mailsOf(arn)).map(({ kind }) => kind);
    expect(await kinds(pending)).toEqual(["confirmation"]);
    expect(await kinds(gone)).toEqual(["unsubscribed", "confirmation"]);
  });
});

describe("each protocol gets its own form", () => {
  test("sqs: the document, or with raw delivery the bare body and the attributes beside it", async () => {
    const TopicArn = await aws.newTopic();
    const wrapped = `${QUEUE}:wrapped`;
    const raw = `${QUEUE}:raw`;
    await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint: wrapped });
    await aws.subscribe({
      TopicArn,
      Protocol: "sqs",
      Endpoint: raw,
      Attributes: { RawMessageDelivery: "true" },
    });
    const id = await aws.publish(TopicArn, "body", { a: "b" });
    const [document] = await aws.deliveriesTo(wrapped);
    expect(parse(document?.body)).toMatchObject({
      Type: "Notification",
      MessageId: id,
      TopicArn,
      Message: "body",
      MessageAttributes: { a: { Type: "String", Value: "b" } },
    });
    expect(await aws.deliveriesTo(raw)).toMatchObject([
      { body: "body", messageId: id, attributes: { a: { Type: "String", Value: "b" } } },
    ]);
  });

  test("lambda: an event", async () => {
    const TopicArn = await aws.newTopic();
    const Endpoint = "arn:aws:lambda:us-east-1:123456789012:function:event";
    const arn = await aws.subscribe({ TopicArn, Protocol: "lambda", Endpoint });
    await aws.publish(TopicArn, "body");
    const [delivery] = await aws.deliveriesTo(Endpoint);
    expect(parse(delivery?.body).Records).toMatchObject([
      { EventSource: "aws:sns", EventSubscriptionArn: arn, Sns: { Message: "body", Subject: null } },
    ]);
  });

  test("sms: the text", async () => {
    const TopicArn = await aws.newTopic();
    await aws.subscribe({ TopicArn, Protocol: "sms", Endpoint: "+15557778888" });
    await aws.publish(TopicArn, "body");
    expect(await aws.deliveriesTo("+15557778888")).toMatchObject([{ body: "body", protocol: "sms" }]);
  });

  test("email-json: the document without a footer", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.confirmedMailbox(TopicArn, { Protocol: "email-json" });
    await aws.sns.send(new PublishCommand({ TopicArn, Message: "body", Subject: "s" }));
    const [mail] = await aws.mailsOf(arn);
    expect(mail?.subject).toBe("s");
    expect(parse(mail?.text)).toMatchObject({ Type: "Notification", Message: "body", Subject: "s" });
  });
});

test("raw delivery of more than ten attributes to a queue fails, and goes to the dead-letter queue", async () => {
  const TopicArn = await aws.newTopic();
  const Endpoint = `${QUEUE}:crowded`;
  const Attributes = {
    RawMessageDelivery: "true",
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: DEAD_LETTERS }),
  };
  await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint, Attributes });
  const id = await aws.publish(
    TopicArn,
    "m",
    Object.fromEntries([..."abcdefghijk"].map((name) => [name, "1"])),
  );
  expect(await aws.deliveriesTo(Endpoint)).toMatchObject([{ status: "failed", messageId: id }]);
  expect(await aws.deliveriesTo(DEAD_LETTERS)).toMatchObject([
    { kind: "dead-letter", messageId: id, body: "m" },
  ]);
});

describe("a queue of another account", () => {
  test("gets the confirmation as a message, and its link confirms", async () => {
    const TopicArn = await aws.newTopic();
    const Endpoint = "arn:aws:sqs:us-east-1:999999999999:theirs";
    const arn = await aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint });
    const [delivery] = await aws.deliveriesTo(Endpoint);
    const document = parse(delivery?.body);
    expect(document).toMatchObject({ Type: "SubscriptionConfirmation", TopicArn });
    await fetch(document.SubscribeURL);
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);
    expect((await aws.attributesOf(arn)).ConfirmationWasAuthenticated).toBe("false");
  });
});

describe("mail", () => {
  test("comes from the topic's display name, with the subject or a standing one, and a footer to unsubscribe", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.confirmedMailbox(TopicArn, { Endpoint: "a+b@example.com" });
    await aws.publish(TopicArn, "first");
    const attribute = { TopicArn, AttributeName: "DisplayName", AttributeValue: "Scan results" };
    await aws.sns.send(new SetTopicAttributesCommand(attribute));
    await aws.sns.send(new PublishCommand({ TopicArn, Message: "second", Subject: "Infected" }));
    const [second, first] = await aws.mailsOf(arn);
    expect(first).toMatchObject({
      from: '"AWS Notifications" <no-reply@sns.amazonaws.com>',
      to: "a+b@example.com",
      subject: "AWS Notification Message",
      kind: "notification",
      html: null,
    });
    expect(second).toMatchObject({
      from: '"Scan results" <no-reply@sns.amazonaws.com>',
      subject: "Infected",
    });
    const link = `${aws.url}/unsubscribe.html?${new URLSearchParams({ SubscriptionArn: arn, Endpoint: "a+b@example.com" })}`;
    expect(second?.links.unsubscribe).toBe(link);
    expect(second?.text).toBe(
      [
        "second",
        "",
        "--",
        "If you wish to stop receiving notifications from this topic, please click or visit the link below to unsubscribe:",
        link,
        "",
        "Please do not reply directly to this email. If you have any questions or comments regarding this email, please contact us at https://aws.amazon.com/support",
        "",
      ].join("\n"),
    );
  });

  test("the confirmation names the topic and carries the link as text and as an anchor", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
    const [mail] = await aws.mailsOf(arn);
    const link = String(mail?.links.confirm);
    expect(mail).toMatchObject({
      subject: "AWS Notification - Subscription Confirmation",
      kind: "confirmation",
      topicArn: TopicArn,
    });
    expect(mail?.text).toContain(`You have chosen to subscribe to the topic: \n${TopicArn}\n`);
    expect(mail?.text).toContain(link);
    expect(mail?.html).toContain(`<a href="${link.replaceAll("&", "&amp;")}">Confirm subscription</a>`);
    expect(new URL(link).pathname).toBe("/confirmation.html");
    expect(Object.fromEntries(new URL(link).searchParams)).toMatchObject({
      TopicArn,
      Endpoint: "a@example.com",
    });
  });

  test("an eleventh within a second puts the subscription back to pending, to be deleted after 48 hours", async () => {
    const TopicArn = await aws.newTopic();
    const noisy = await aws.confirmedMailbox(TopicArn);
    const filtered = await aws.confirmedMailbox(TopicArn, { Attributes: { FilterPolicy: '{"a":["b"]}' } });
    const batch = (Message: string) =>
      aws.sns.send(
        new PublishBatchCommand({
          TopicArn,
          PublishBatchRequestEntries: [...Array(10).keys()].map((n) => ({ Id: `${n}`, Message })),
        }),
      );
    await batch("first ten");
    expect(await aws.listedArns(TopicArn)).toEqual([noisy, filtered]);
    await batch("ten more");
    expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation", filtered]);
    expect((await aws.attributesOf(noisy)).PendingConfirmation).toBe("true");
    const mails = (await aws.mailsOf(noisy)).filter(({ kind }) => kind === "notification");
    expect(mails).toHaveLength(10);
    await aws.advance(48 * HOUR_MS);
    expect(await aws.listedArns(TopicArn)).toEqual([filtered]);
  });
});
