import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { afterEach, expect, test, vi } from "vitest";
import { withLocalAws } from "../local-aws/testing.ts";
import { listLogEvents, listLogGroups } from "./queries.ts";

const aws = withLocalAws();
afterEach(() => vi.unstubAllEnvs());

test("groups and their events are read from the embedded AWS, whatever they say", async () => {
  vi.stubEnv("LOCAL_AWS_URL", aws.url);
  const logs = aws.client(CloudWatchLogsClient);
  const logGroupName = "/aws/events/#1";
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: "s" }));
  const messages = Array.from({ length: 60 }, (_, n) => `<b>${n}&\u202e`);
  const logEvents = messages.map((message) => ({ message, timestamp: Date.now() }));
  await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName: "s", logEvents }));

  const groups = await listLogGroups();
  expect(groups).toEqual([{ region: "us-east-1", name: logGroupName, retentionDays: null }]);
  const [group] = groups;
  if (!group) throw new Error("No group was listed");
  const newest = await listLogEvents({ group, text: "", before: undefined });
  const older = await listLogEvents({ group, text: "", before: newest.nextBefore });
  expect([...newest.events, ...older.events].map(({ message }) => message)).toEqual(messages.toReversed());
  expect(older.nextBefore).toBeUndefined();
  const found = await listLogEvents({ group, text: "59&", before: undefined });
  expect(found.events.map(({ message }) => message)).toEqual([messages[59]]);
});

test("says so when the embedded AWS does not answer, or not as it should", async () => {
  vi.stubEnv("LOCAL_AWS_URL", "http://127.0.0.1:1");
  await expect(listLogGroups()).rejects.toMatchObject({ code: "unavailable" });
  vi.stubEnv("LOCAL_AWS_URL", aws.url);
  const group = { region: "us-east-1", name: "/none", retentionDays: null };
  await expect(listLogEvents({ group, text: "", before: undefined })).rejects.toMatchObject({
    code: "unavailable",
  });
});
