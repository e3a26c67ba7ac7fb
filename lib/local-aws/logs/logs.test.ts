import { randomUUID } from "node:crypto";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  DeleteLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
  ListTagsForResourceCommand,
  PutLogEventsCommand,
  PutRetentionPolicyCommand,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const logs = () => aws.client(CloudWatchLogsClient);
const ARN = "arn:aws:logs:us-east-1:123456789012:log-group:";
const DAY_MS = 86_400_000;

async function newGroup(): Promise<string> {
  const logGroupName = `/aws/events/${randomUUID()}`;
  await logs().send(new CreateLogGroupCommand({ logGroupName }));
  return logGroupName;
}

async function newStream(logGroupName: string, logStreamName = "s"): Promise<string> {
  await logs().send(new CreateLogStreamCommand({ logGroupName, logStreamName }));
  return logStreamName;
}

const put = (logGroupName: string, messages: readonly string[], at = Date.now(), logStreamName = "s") =>
  logs().send(
    new PutLogEventsCommand({
      logGroupName,
      logStreamName,
      logEvents: messages.map((message, index) => ({ message, timestamp: at + index })),
    }),
  );

const filter = async (logGroupName: string, options: Record<string, unknown> = {}) => {
  const { events } = await logs().send(new FilterLogEventsCommand({ logGroupName, ...options }));
  return events?.map(({ message }) => message);
};

const notFound = (message: string) => ({ name: "ResourceNotFoundException", message, status: 400 });
const invalid = (message: string) => ({ name: "InvalidParameterException", message, status: 400 });

describe("log groups", () => {
  test("are described with both of their ARNs", async () => {
    const name = await newGroup();
    const { logGroups } = await logs().send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }));
    expect(logGroups).toEqual([
      {
        logGroupName: name,
        arn: `${ARN}${name}:*`,
        logGroupArn: `${ARN}${name}`,
        creationTime: expect.any(Number),
        logGroupClass: "STANDARD",
        metricFilterCount: 0,
        storedBytes: 0,
        deletionProtectionEnabled: false,
      },
    ]);
  });

  test("are found by a part of their name in any case, and listed by name in pages", async () => {
    const part = randomUUID();
    for (const letter of ["b", "a", "c"])
      await logs().send(new CreateLogGroupCommand({ logGroupName: `/${letter}-Part-${part}` }));
    const pages: (string | undefined)[][] = [];
    const query = { logGroupNamePattern: `part-${part}`, limit: 2 };
    for await (const { logGroups } of paginateDescribeLogGroups({ client: logs() }, query))
      pages.push((logGroups ?? []).map(({ logGroupName }) => logGroupName));
    expect(pages).toEqual([[`/a-Part-${part}`, `/b-Part-${part}`], [`/c-Part-${part}`]]);
  });

  test("are refused a second time, and with names that break the rules", async () => {
    const name = await newGroup();
    const create = (logGroupName: string) =>
      refusalOf(logs().send(new CreateLogGroupCommand({ logGroupName })));
    expect(await create(name)).toEqual({
      name: "ResourceAlreadyExistsException",
      message: "The specified log group already exists",
      status: 400,
    });
    expect(await create("a b")).toEqual(
      invalid(
        "1 validation error detected: Value 'a b' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+",
      ),
    );
    expect(await create("x".repeat(513))).toEqual(
      invalid("Invalid LogGroup or LogStream, both must have length less than or equal to 512."),
    );
  });

  test("go with everything in them", async () => {
    const logGroupName = await newGroup();
    await newStream(logGroupName);
    await put(logGroupName, ["x"]);
    await logs().send(new DeleteLogGroupCommand({ logGroupName }));
    expect(await refusalOf(filter(logGroupName))).toEqual(
      notFound("The specified log group does not exist."),
    );
    await logs().send(new CreateLogGroupCommand({ logGroupName }));
    expect(await filter(logGroupName)).toEqual([]);
  });

  test("carry tags", async () => {
    const logGroupName = `/tagged/${randomUUID()}`;
    const resourceArn = ARN + logGroupName;
    await logs().send(new CreateLogGroupCommand({ logGroupName, tags: { a: "1" } }));
    await logs().send(new TagResourceCommand({ resourceArn, tags: { b: "2" } }));
    await logs().send(new UntagResourceCommand({ resourceArn, tagKeys: ["a"] }));
    const { tags } = await logs().send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toEqual({ b: "2" });
  });

  test("forget events past their retention", async () => {
    const logGroupName = await newGroup();
    await newStream(logGroupName);
    await logs().send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 3 }));
    const { rejectedLogEventsInfo } = await put(logGroupName, ["expired"], Date.now() - 4 * DAY_MS);
    expect(rejectedLogEventsInfo).toEqual({ expiredLogEventEndIndex: 1 });
    await put(logGroupName, ["old"], Date.now() - 3 * DAY_MS + 60_000);
    await put(logGroupName, ["new"]);
    expect(await filter(logGroupName)).toEqual(["old", "new"]);
    await aws.advance(120_000);
    expect(await filter(logGroupName)).toEqual(["new"]);
    expect(
      await refusalOf(logs().send(new PutRetentionPolicyCommand({ logGroupName, retentionInDays: 2 }))),
    ).toMatchObject({
      name: "InvalidParameterException",
      message: expect.stringMatching(/^1 validation error detected: Value '2' at 'retentionInDays' failed/),
    });
  });
});

describe("log streams", () => {
  test("are described by name or by their last event, with its time", async () => {
    const logGroupName = await newGroup();
    const now = Date.now();
    for (const name of ["b", "a"]) await newStream(logGroupName, name);
    await put(logGroupName, ["x"], now - 1000, "a");
    await put(logGroupName, ["y"], now, "b");
    const names = async (options: object) => {
      const { logStreams } = await logs().send(new DescribeLogStreamsCommand({ logGroupName, ...options }));
      return logStreams?.map(({ logStreamName, lastEventTimestamp }) => [logStreamName, lastEventTimestamp]);
    };
    const [a, b] = [
      ["a", now - 1000],
      ["b", now],
    ];
    expect(await names({})).toEqual([a, b]);
    expect(await names({ orderBy: "LastEventTime", descending: true })).toEqual([b, a]);
    expect(await names({ logStreamNamePrefix: "b" })).toEqual([b]);
    expect(await names({ logGroupName: undefined, logGroupIdentifier: ARN + logGroupName })).toEqual([a, b]);
  });

  test("are refused a second time, and in a group that does not exist", async () => {
    const logGroupName = await newGroup();
    await newStream(logGroupName);
    expect(await refusalOf(newStream(logGroupName))).toEqual({
      name: "ResourceAlreadyExistsException",
      message: "The specified log stream already exists",
      status: 400,
    });
    expect(await refusalOf(newStream("/none"))).toEqual(notFound("The specified log group does not exist."));
  });
});

describe("events are put", () => {
  test("only into a stream that exists", async () => {
    const logGroupName = await newGroup();
    expect(await refusalOf(put(logGroupName, ["x"]))).toEqual(
      notFound("The specified log stream does not exist."),
    );
    expect(await refusalOf(put("/none", ["x"]))).toEqual(notFound("The specified log group does not exist."));
  });

  test("in the order of their times, within a day, and up to 1 MiB", async () => {
    const logGroupName = await newGroup();
    await newStream(logGroupName);
    const now = Date.now();
    const putAt = (...times: number[]) =>
      refusalOf(
        logs().send(
          new PutLogEventsCommand({
            logGroupName,
            logStreamName: "s",
            logEvents: times.map((timestamp) => ({ timestamp, message: "x" })),
          }),
        ),
      );
    expect(await putAt(now, now - 1)).toEqual(
      invalid("Log events in a single PutLogEvents request must be in chronological order."),
    );
    expect(await putAt(now - DAY_MS - 1, now)).toEqual(
      invalid("The batch of log events in a single PutLogEvents request cannot span more than 24 hours."),
    );
    expect(await refusalOf(put(logGroupName, ["x".repeat(600_000), "x".repeat(600_000)]))).toEqual(
      invalid("Upload too large: 1200052 bytes exceeds limit of 1048576"),
    );
    expect(await filter(logGroupName)).toEqual([]);
  });

  test("and told apart when they are too old or too new", async () => {
    const logGroupName = await newGroup();
    await newStream(logGroupName);
    const { now } = await aws.control<{ now: string }>("GET", "/_local/clock");
    const old = await put(logGroupName, ["old"], Date.parse(now) - 15 * DAY_MS);
    expect(old.rejectedLogEventsInfo).toEqual({ tooOldLogEventEndIndex: 1 });
    const early = await put(logGroupName, ["new"], Date.parse(now) + 3 * 3_600_000);
    expect(early.rejectedLogEventsInfo).toEqual({ tooNewLogEventStartIndex: 0 });
    expect(await filter(logGroupName)).toEqual([]);
  });
});

describe("events are read", () => {
  test("of one stream, forwards and backwards, until the token stays the same", async () => {
    const logGroupName = await newGroup();
    const logStreamName = await newStream(logGroupName);
    await put(logGroupName, ["1", "2", "3", "4", "5"]);
    const read = async (options: object) => {
      const answer = await logs().send(
        new GetLogEventsCommand({ logGroupName, logStreamName, limit: 2, ...options }),
      );
      return { ...answer, messages: answer.events?.map(({ message }) => message) };
    };
    const newest = await read({});
    expect(newest.messages).toEqual(["4", "5"]);
    const before = await read({ nextToken: newest.nextBackwardToken });
    expect(before.messages).toEqual(["2", "3"]);
    expect((await read({ nextToken: before.nextBackwardToken })).messages).toEqual(["1"]);
    const first = await read({ startFromHead: true });
    expect(first.messages).toEqual(["1", "2"]);
    const end = await read({ nextToken: newest.nextForwardToken });
    expect(end).toMatchObject({ messages: [], nextForwardToken: newest.nextForwardToken });
    expect(await refusalOf(read({ nextToken: "x" }))).toEqual(invalid("The specified nextToken is invalid."));
    expect(await refusalOf(read({ limit: 10_001 }))).toEqual(
      invalid(
        "1 validation error detected: Value '10001' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 10000",
      ),
    );
  });

  test("of all streams, in pages, oldest or newest first", async () => {
    const logGroupName = await newGroup();
    const now = Date.now();
    for (const name of ["a", "b"]) await newStream(logGroupName, name);
    await put(logGroupName, ["1", "3"], now - 2000, "a");
    await put(logGroupName, ["5"], now, "a");
    await put(logGroupName, ["4"], now - 1000, "b");
    const pages: unknown[] = [];
    for await (const page of paginateFilterLogEvents({ client: logs() }, { logGroupName, limit: 2 }))
      pages.push(page.events?.map(({ message, logStreamName }) => `${logStreamName}${message}`));
    expect(pages).toEqual([
      ["a1", "a3"],
      ["b4", "a5"],
    ]);
    expect(await filter(logGroupName, { startFromHead: false, startTime: now - 5000, limit: 2 })).toEqual([
      "5",
      "4",
    ]);
    expect(await filter(logGroupName, { logStreamNames: ["b"] })).toEqual(["4"]);
    expect(await filter(logGroupName, { startTime: now - 1000, endTime: now })).toEqual(["4"]);
  });

  test.each([
    ["error", ["error one", "error two"]],
    ['"error one"', ["error one"]],
    ["error -two", ["error one"]],
    ["?one ?fine", ["error one", "all fine"]],
    ["", ["error one", "error two", "all fine"]],
  ])("by the filter pattern %j", async (filterPattern, expected) => {
    const logGroupName = await newGroup();
    await newStream(logGroupName);
    await put(logGroupName, ["error one", "error two", "all fine"]);
    expect(await filter(logGroupName, { filterPattern })).toEqual(expected);
  });

  test("not by a pattern on JSON fields", async () => {
    const logGroupName = await newGroup();
    expect(await refusalOf(filter(logGroupName, { filterPattern: '{ $.a = "b" }' }))).toEqual(
      invalid("Invalid filter pattern"),
    );
  });

  test("in answers of 1 MiB, however many were asked for", async () => {
    const logGroupName = await newGroup();
    await newStream(logGroupName);
    for (const letter of ["a", "b", "c"]) await put(logGroupName, [letter.repeat(500_000)]);
    const sizes: unknown[] = [];
    for await (const { events } of paginateFilterLogEvents({ client: logs() }, { logGroupName }))
      sizes.push(events?.length);
    expect(sizes).toEqual([2, 1]);
  });
});

test("groups, streams and events survive a restart", async () => {
  const logGroupName = await newGroup();
  await newStream(logGroupName);
  await put(logGroupName, ["kept"]);
  await aws.restart();
  expect(await filter(logGroupName)).toEqual(["kept"]);
});
