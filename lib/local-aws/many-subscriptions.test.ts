import { ListSubscriptionsByTopicCommand } from "@aws-sdk/client-sns";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "./store/store.ts";
import { TestAws } from "./testing.ts";

const COUNT = 10_000;
const TopicArn = "arn:aws:sns:us-east-1:123456789012:crowded";

function fill(folder: string): void {
  const store = openStore(folder);
  store.transaction(() => {
    store.topics.insert(TopicArn, "us-east-1", {}, {});
    for (let n = 0; n < COUNT; n++)
      store.subscriptions.insert(
        {
          arn: `${TopicArn}:${n}`,
          topicArn: TopicArn,
          region: "us-east-1",
          protocol: "sqs",
          endpoint: `arn:aws:sqs:us-east-1:123456789012:queue-${n}`,
          state: "confirmed",
          authenticated: true,
          attributes: n % 50 === 0 ? { FilterPolicy: '{"scanResult":["Infected"]}' } : {},
          expiresAt: null,
        },
        { at: 0, late: false },
      );
  });
  store.close();
}

test("10,000 subscriptions are all listed, published to and added to", async () => {
  const aws = new TestAws();
  fill(aws.dataDir);
  await aws.start();
  onTestFinished(async () => {
    await aws.stop();
    aws.removeData();
  });
  let listed = 0;
  const listAll = async () => {
    let NextToken: string | undefined;
    do {
      const page = await aws.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn, NextToken }));
      listed += page.Subscriptions?.length ?? 0;
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
  };
  const subscribeMany = async () => {
    for (let n = 1000; n < 1100; n++)
      await aws.subscribe({ TopicArn, Protocol: "sms", Endpoint: `+1555000${n}` });
  };
  await aws.publish(TopicArn, "m", { scanResult: "Clean" });
  await listAll();
  expect(listed).toBe(COUNT);
  await subscribeMany();
  listed = 0;
  await listAll();
  expect(listed).toBe(COUNT + 100);
});
