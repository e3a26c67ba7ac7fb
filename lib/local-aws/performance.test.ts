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

async function secondsFor(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

test("10,000 subscriptions are listed and published to in seconds, and do not slow single calls down", async () => {
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
  // an idle machine needs about a fifth of a second for each
  expect(await secondsFor(() => aws.publish(TopicArn, "m", { scanResult: "Clean" }))).toBeLessThan(3);
  expect(await secondsFor(listAll)).toBeLessThan(4);
  expect(listed).toBe(COUNT);
  expect(await secondsFor(subscribeMany)).toBeLessThan(2.5);
});
