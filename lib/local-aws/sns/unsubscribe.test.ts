import { randomUUID } from "node:crypto";
import {
  ConfirmSubscriptionCommand,
  GetTopicAttributesCommand,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { describe, expect, test } from "vitest";
import { invalidParameter, refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const HOUR_MS = 3_600_000;

const unsubscribe = (SubscriptionArn: string | undefined) =>
  aws.sns.send(new UnsubscribeCommand({ SubscriptionArn }));

/** The link in every notification, opened by whoever holds it. */
const openLink = (SubscriptionArn: string) =>
  fetch(`${aws.url}/?${new URLSearchParams({ Action: "Unsubscribe", SubscriptionArn })}`);

describe("by the owner", () => {
  test("removes the row, and is no error when repeated", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.confirmedMailbox(TopicArn);
    await unsubscribe(arn);
    await unsubscribe(arn);
    expect(await aws.listedArns(TopicArn)).toEqual([]);
    expect(await refusalOf(aws.attributesOf(arn))).toEqual({
      name: "NotFoundException",
      message: "Subscription does not exist",
      status: 404,
    });
  });

  test("is refused while the subscription is pending", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
    expect(await refusalOf(unsubscribe(arn))).toEqual(
      invalidParameter(
        "SubscriptionArn Reason: Cannot unsubscribe a subscription that is pending confirmation",
      ),
    );
    expect(await aws.listedArns(TopicArn)).toEqual(["PendingConfirmation"]);
  });

  test.each(["PendingConfirmation", "Deleted", "pending confirmation"])(
    "refuses the literal %s",
    async (literal) => {
      expect(await refusalOf(unsubscribe(literal))).toEqual(
        invalidParameter("SubscriptionArn Reason: An ARN must have at least 6 elements, not 1"),
      );
    },
  );

  test("refuses an ARN without an id, and no ARN", async () => {
    expect(await refusalOf(unsubscribe(await aws.newTopic()))).toEqual(invalidParameter("SubscriptionId"));
    expect(await refusalOf(unsubscribe(""))).toEqual(
      invalidParameter("SubscriptionArn Reason: no value for required parameter"),
    );
  });

  test("refuses another account's subscription", async () => {
    const arn = `arn:aws:sns:us-east-1:999999999999:topic:${randomUUID()}`;
    const refusal = await refusalOf(unsubscribe(arn));
    expect(refusal).toMatchObject({ name: "AuthorizationErrorException", status: 403 });
    expect(refusal.message).toMatch(
      /^User: .+ is not authorized to perform: SNS:Unsubscribe on resource: arn:/,
    );
  });
});

describe("by the recipient's link", () => {
  test("leaves Deleted for 72 hours, which blocks the endpoint", async () => {
    const TopicArn = await aws.newTopic();
    const input = { TopicArn, Protocol: "email", Endpoint: "gone@example.com" };
    const arn = await aws.confirmedMailbox(TopicArn, input);
    const response = await openLink(arn);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("<UnsubscribeResponse");
    expect(await aws.listedArns(TopicArn)).toEqual(["Deleted"]);
    const { Attributes } = await aws.sns.send(new GetTopicAttributesCommand({ TopicArn }));
    expect(Attributes).toMatchObject({ SubscriptionsConfirmed: "0", SubscriptionsDeleted: "1" });
    expect(await refusalOf(aws.attributesOf(arn))).toMatchObject({ name: "NotFoundException" });
    expect(await refusalOf(aws.subscribe(input))).toMatchObject({ name: "InvalidParameterException" });

    await aws.advance(71 * HOUR_MS);
    expect(await refusalOf(aws.subscribe(input))).toMatchObject({ name: "InvalidParameterException" });
    await aws.advance(HOUR_MS);
    expect(await aws.listedArns(TopicArn)).toEqual([]);
    expect(await aws.subscribe(input)).not.toBe(arn);
  });

  test("stays Deleted when the link is opened again or the owner unsubscribes it", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.confirmedMailbox(TopicArn);
    await openLink(arn);
    expect((await openLink(arn)).status).toBe(200);
    await unsubscribe(arn);
    expect(await aws.listedArns(TopicArn)).toEqual(["Deleted"]);
    expect(await aws.mailsOf(arn)).toHaveLength(2);
  });

  test("sends a last mail whose link takes it back", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.confirmedMailbox(TopicArn, { Attributes: { FilterPolicy: '{"a":["b"]}' } });
    const oldLink = await aws.confirmLink(arn);
    await openLink(arn);
    const [mail] = await aws.mailsOf(arn);
    expect(mail?.kind).toBe("unsubscribed");
    expect((await fetch(oldLink)).status, "the first link is void").toBe(400);
    expect((await fetch(String(mail?.links.confirm))).status).toBe(200);
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);
    expect((await aws.attributesOf(arn)).FilterPolicy).toBe('{"a":["b"]}');
  });

  test("is refused while pending, and for what was never there succeeds", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "a@example.com" });
    expect((await openLink(arn)).status).toBe(400);
    expect((await openLink(`${TopicArn}:${randomUUID()}`)).status).toBe(200);
  });

  test("is refused when the confirmation was authenticated; the owner still can", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.subscribe({ TopicArn, Protocol: "email", Endpoint: "safe@example.com" });
    const Token = await aws.tokenOf(arn);
    await aws.sns.send(
      new ConfirmSubscriptionCommand({ TopicArn, Token, AuthenticateOnUnsubscribe: "true" }),
    );
    const response = await openLink(arn);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("<Code>AuthorizationError</Code>");
    expect(await aws.listedArns(TopicArn)).toEqual([arn]);
    await unsubscribe(arn);
    expect(await aws.listedArns(TopicArn)).toEqual([]);
  });

  test("is refused for a queue", async () => {
    const TopicArn = await aws.newTopic();
    const arn = await aws.subscribe({
      TopicArn,
      Protocol: "sqs",
      Endpoint: "arn:aws:sqs:us-east-1:123456789012:queue",
    });
    expect((await openLink(arn)).status).toBe(403);
  });
});
