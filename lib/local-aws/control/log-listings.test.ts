import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { beforeAll, expect, test } from "vitest";
import { withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const GROUP = "/aws/events/listed";

interface Page {
  events: { id: string; date: string; message: string; stream: string }[];
  nextBefore?: string;
}

beforeAll(async () => {
  const logs = aws.client(CloudWatchLogsClient);
  await logs.send(new CreateLogGroupCommand({ logGroupName: GROUP }));
  await logs.send(new PutRetentionPolicyCommand({ logGroupName: GROUP, retentionInDays: 7 }));
  await logs.send(new CreateLogStreamCommand({ logGroupName: GROUP, logStreamName: "s" }));
  const timestamp = Date.now();
  const logEvents = Array.from({ length: 2500 }, (_, n) => ({ timestamp, message: `Event ${n + 1}.` }));
  await logs.send(new PutLogEventsCommand({ logGroupName: GROUP, logStreamName: "s", logEvents }));
});

async function page(query: Record<string, string>) {
  const search = new URLSearchParams({ region: "us-east-1", group: GROUP, ...query });
  const { events, nextBefore } = await aws.control<Page>("GET", `/_local/log-events?${search}`);
  return { messages: events.map(({ message }) => message), nextBefore };
}

test("groups are listed with what they keep", async () => {
  expect(await aws.control("GET", "/_local/log-groups")).toEqual({
    groups: [{ region: "us-east-1", name: GROUP, retentionDays: 7, storedBytes: expect.any(Number) }],
  });
});

test("events come newest first, page by page, though they have one time", async () => {
  const first = await page({ limit: "2" });
  expect(first.messages).toEqual(["Event 2500.", "Event 2499."]);
  const second = await page({ limit: "2", before: String(first.nextBefore) });
  expect(second.messages).toEqual(["Event 2498.", "Event 2497."]);
});

test("a text is found in any case far behind the newest, and the end has no next page", async () => {
  expect(await page({ q: "eVENT 7." })).toEqual({ messages: ["Event 7."], nextBefore: undefined });
  const first = await page({ q: " 12", limit: "3" });
  expect(first.messages).toEqual(["Event 1299.", "Event 1298.", "Event 1297."]);
  const second = await page({ q: " 12", limit: "1", before: String(first.nextBefore) });
  expect(second.messages).toEqual(["Event 1296."]);
});

test.each([
  ["group=/none", 404],
  [`region=us-east-1&group=${GROUP}&limit=0`, 400],
  [`region=us-east-1&group=${GROUP}&before=x`, 400],
])("%s is answered with %i", async (query, status) => {
  expect((await fetch(`${aws.url}/_local/log-events?${query}`)).status).toBe(status);
});
