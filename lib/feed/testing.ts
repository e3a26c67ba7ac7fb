import { PublishCommand } from "@aws-sdk/client-sns";
import { asc } from "drizzle-orm";
import { getDb } from "@/db/client";
import { notifications } from "@/db/schema/notifications";
import type { AwsPorts, QueueMessage } from "@/lib/aws/ports";
import { type TestHouse, testHouse } from "@/lib/subscriptions/service/testing";
import { findFeed } from "./queries.ts";
import { receiveMessages, takeIn } from "./service/receive.ts";

/** The house of the subscriptions' tests, with what feeds need. */
export async function feedHouse() {
  const house = await testHouse();
  return {
    ...house,
    feed: () => getFeed(house),
    publish: async (Message: string, attributes: Record<string, string> = {}) => {
      const MessageAttributes = Object.fromEntries(
        Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: "String", StringValue }]),
      );
      const { MessageId } = await house.aws.client.send(
        new PublishCommand({ TopicArn: house.topic.arn, Message, MessageAttributes }),
      );
      return MessageId ?? "";
    },
    /** What is in the queue now. */
    receive: (width = 2): Promise<QueueMessage[]> => receive(house, width),
    takeIn: (messages: QueueMessage[], aws: AwsPorts = house.aws.ports) =>
      takeIn({ topic: house.topic, queueUrl: getFeed(house).queueUrl ?? "" }, messages, aws),
    stored: () => getDb().select().from(notifications).orderBy(asc(notifications.id)).all(),
  };
}

export type FeedHouse = Awaited<ReturnType<typeof feedHouse>>;

function getFeed({ topic }: TestHouse) {
  const feed = findFeed(topic.id);
  if (!feed) throw new Error("the feed is off");
  return feed;
}

/** With several receives at once none of them waits. */
async function receive(house: TestHouse, width: number) {
  const where = { topic: house.topic, queueUrl: getFeed(house).queueUrl ?? "" };
  const { signal } = new AbortController();
  return (await receiveMessages(where, { width, signal }, house.aws.ports)).messages;
}
