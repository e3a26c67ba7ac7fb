import { PublishCommand, SetSubscriptionAttributesCommand } from "@aws-sdk/client-sns";
import { type Message, ReceiveMessageCommand, SetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { policyFor, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const SNS = policyFor("sns.amazonaws.com");

/** A policy as the console writes it: SNS may send, for one topic. */
const forTopic = (resource: string, topicArn: string, operator = "ArnEquals") =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "sns.amazonaws.com" },
        Action: "sqs:SendMessage",
        Resource: resource,
        Condition: { [operator]: { "aws:SourceArn": topicArn } },
      },
    ],
  });

async function receive(QueueUrl: string): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl,
    MaxNumberOfMessages: 10,
    MessageAttributeNames: ["All"],
    MessageSystemAttributeNames: ["All"],
  });
  return (await aws.sqs.send(command)).Messages ?? [];
}

const subscribe = (TopicArn: string, Endpoint: string, Attributes: Record<string, string> = {}) =>
  aws.subscribe({ TopicArn, Protocol: "sqs", Endpoint, Attributes });

describe("a queue that allows it gets a topic's messages", () => {
  test("as the signed document, the very one the delivery records", async () => {
    const TopicArn = await aws.newTopic();
    const { QueueUrl, arn } = await aws.newQueue({ Policy: SNS });
    await subscribe(TopicArn, arn);
    const id = await aws.publish(TopicArn, "body", { scanResult: "Clean" });
    const [message] = await receive(QueueUrl);
    const [delivery] = await aws.deliveriesTo(arn);
    expect(delivery).toMatchObject({ status: "delivered", error: null });
    expect(message?.Body).toBe(delivery?.body);
    expect(JSON.parse(String(message?.Body))).toMatchObject({
      Type: "Notification",
      MessageId: id,
      TopicArn,
      Message: "body",
      SignatureVersion: "1",
      MessageAttributes: { scanResult: { Type: "String", Value: "Clean" } },
    });
    expect(message).not.toHaveProperty("MessageAttributes");
  });

  test("as the bare body with the attributes beside it, by raw delivery", async () => {
    const TopicArn = await aws.newTopic();
    const { QueueUrl, arn } = await aws.newQueue({ Policy: SNS });
    await subscribe(TopicArn, arn, { RawMessageDelivery: "true" });
    await aws.publish(TopicArn, "body", { scanResult: "Clean" });
    expect(await receive(QueueUrl)).toMatchObject([
      {
        Body: "body",
        MessageAttributes: { scanResult: { DataType: "String", StringValue: "Clean" } },
      },
    ]);
  });

  test("by a condition on the topic; another topic's are refused", async () => {
    const [mine, other] = [await aws.newTopic(), await aws.newTopic()];
    const { QueueUrl, arn } = await aws.newQueue();
    for (const TopicArn of [mine, other]) await subscribe(TopicArn, arn);
    for (const operator of ["ArnEquals", "ArnLike", "StringEquals"]) {
      const Attributes = { Policy: forTopic(arn, mine, operator) };
      await aws.sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
      await aws.publish(mine, `mine by ${operator}`);
      await aws.publish(other, "other");
      const texts = (await receive(QueueUrl)).map(({ Body }) => JSON.parse(String(Body)).Message);
      expect(texts).toEqual([`mine by ${operator}`]);
    }
  });

  test("wakes its long poll", async () => {
    const TopicArn = await aws.newTopic();
    const { QueueUrl, arn } = await aws.newQueue({ Policy: SNS });
    await subscribe(TopicArn, arn);
    const poll = aws.sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
    await aws.publish(TopicArn, "body");
    expect((await poll).Messages).toHaveLength(1);
  });

  test("in a FIFO topic's order", async () => {
    const TopicArn = await aws.newTopic({ FifoTopic: "true", ContentBasedDeduplication: "true" });
    const { QueueUrl, arn } = await aws.newQueue({ FifoQueue: "true", Policy: SNS });
    await subscribe(TopicArn, arn, { RawMessageDelivery: "true" });
    await aws.sns.send(new PublishCommand({ TopicArn, Message: "body", MessageGroupId: "group" }));
    expect(await receive(QueueUrl)).toMatchObject([
      { Body: "body", Attributes: { MessageGroupId: "group" } },
    ]);
  });
});

describe("a queue gets nothing, and the delivery says why", () => {
  test("without a policy, or by one for another service", async () => {
    const TopicArn = await aws.newTopic();
    for (const Policy of ["", policyFor("events.amazonaws.com")]) {
      const { QueueUrl, arn } = await aws.newQueue({ Policy });
      await subscribe(TopicArn, arn);
      await aws.publish(TopicArn, "body");
      expect(await receive(QueueUrl)).toEqual([]);
      expect(await aws.deliveriesTo(arn)).toMatchObject([
        {
          status: "failed",
          error: `The queue's policy does not allow sns.amazonaws.com to send messages to it for ${TopicArn}.`,
        },
      ]);
    }
  });

  test("when it is not here", async () => {
    const TopicArn = await aws.newTopic();
    const Endpoint = "arn:aws:sqs:us-east-1:123456789012:never-made";
    await subscribe(TopicArn, Endpoint);
    await aws.publish(TopicArn, "body");
    expect(await aws.deliveriesTo(Endpoint)).toMatchObject([
      { status: "failed", error: `There is no queue ${Endpoint}.` },
    ]);
  });
});

describe("the dead-letter queue of a subscription", () => {
  async function undeliverable(deadLetterTargetArn: string): Promise<string> {
    const TopicArn = await aws.newTopic();
    const { arn } = await aws.newQueue();
    const SubscriptionArn = await subscribe(TopicArn, arn);
    await aws.sns.send(
      new SetSubscriptionAttributesCommand({
        SubscriptionArn,
        AttributeName: "RedrivePolicy",
        AttributeValue: JSON.stringify({ deadLetterTargetArn }),
      }),
    );
    await aws.publish(TopicArn, "body");
    return TopicArn;
  }

  test("gets what its queue did not take, as it would have been delivered", async () => {
    const dead = await aws.newQueue({ Policy: SNS });
    const TopicArn = await undeliverable(dead.arn);
    const [message] = await receive(dead.QueueUrl);
    expect(JSON.parse(String(message?.Body))).toMatchObject({ TopicArn, Message: "body" });
    expect(await aws.deliveriesTo(dead.arn)).toMatchObject([{ kind: "dead-letter", status: "delivered" }]);
  });

  test("gets nothing unless its own policy allows it", async () => {
    const dead = await aws.newQueue();
    await undeliverable(dead.arn);
    expect(await receive(dead.QueueUrl)).toEqual([]);
    expect(await aws.deliveriesTo(dead.arn)).toMatchObject([{ kind: "dead-letter", status: "failed" }]);
  });
});
