import { expect, test } from "vitest";
import { getDb } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { feeds } from "@/db/schema/feeds";
import { forwards } from "@/db/schema/forwards";
import { addChannel, TOPIC, withChat } from "@/lib/chat/testing";
import { keepReceived } from "@/lib/feed/service/keep";
import { getTopic } from "@/lib/topics/queries";
import { rosterOf } from "./roster.ts";
import { simulationQuerySchema } from "./schema.ts";
import { toldOf } from "./told.ts";
import { coverageOf } from "./topic-coverage.ts";

withChat();

const infected = {
  attributes: {
    notificationType: { type: "String", value: "scanResult" },
    scanResult: { type: "String", value: "Infected" },
  },
  body: "{}",
};

function turnFeedOn() {
  const at = new Date(0);
  getDb()
    .insert(feeds)
    .values({
      topicId: TOPIC,
      transport: "sqs",
      state: "on",
      stateSince: at,
      endpoint: "arn:aws:sqs:us-east-1:123456789012:feed",
      enabledAt: at,
      enabledBy: "Olga",
    })
    .run();
}

const told = () => toldOf(rosterOf(TOPIC), infected, simulationQuerySchema.parse({}));
const nobodyIsTold = () =>
  coverageOf(rosterOf(TOPIC), ["antivirus"]).blindSpots.some(
    ({ type, result }) => type === "scanResult" && result === "Infected",
  );

test("a channel is told of what its filter admits, while it is on and the topic has a feed", () => {
  const { id } = addChannel("slack", "https://hooks.slack.com/x", { name: "#malware" });
  expect(told().rows).toMatchObject([{ endpoint: "#malware", protocol: "slack", answer: "paused" }]);
  expect(nobodyIsTold()).toBe(true);
  turnFeedOn();
  expect(told().rows).toMatchObject([{ endpoint: "#malware", answer: "receives" }]);
  expect(told().facets.protocol).toEqual([{ value: "slack", count: 1 }]);
  expect(nobodyIsTold()).toBe(false);
  getDb().update(channels).set({ state: "broken", version: 2 }).run();
  expect(told().rows).toMatchObject([{ id, answer: "paused" }]);
  expect(nobodyIsTold()).toBe(true);
});

test("what the intake queues for a channel is what the simulation says", () => {
  turnFeedOn();
  const all = addChannel("slack", "https://hooks.slack.com/x");
  addChannel("chime", "https://hooks.chime.aws/x", {
    filterPolicy: '{"notificationType":["scanResult"],"scanResult":["Clean"]}',
  });
  const topic = getTopic(TOPIC);
  keepReceived([
    { ...infected, topic, messageId: "m1", publishedAt: new Date(0), subject: null, oddities: [] },
  ]);
  const receives = told().rows.filter(({ answer }) => answer === "receives");
  const queued = getDb().select().from(forwards).all();
  expect(queued.map(({ target }) => target)).toEqual([all.id]);
  expect(receives.map(({ id }) => id)).toEqual([all.id]);
});
