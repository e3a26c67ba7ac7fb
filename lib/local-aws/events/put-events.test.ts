import { randomUUID } from "node:crypto";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  FilterLogEventsCommand,
  PutResourcePolicyCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import {
  CreateEventBusCommand,
  DisableRuleCommand,
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
  PutRuleCommand,
  PutTargetsCommand,
  type Target,
  TestEventPatternCommand,
} from "@aws-sdk/client-eventbridge";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const events = () => aws.client(EventBridgeClient);
const logs = () => aws.client(CloudWatchLogsClient);
const sqs = () => aws.client(SQSClient);
const LOG_GROUPS = "arn:aws:logs:us-east-1:123456789012:log-group:";

const CLEAN = {
  source: ["cloud-storage-security"],
  "detail-type": ["ScanResult"],
  detail: { MessageAttributes: { scanResult: { StringValue: ["Clean"] } } },
};
const scan = (result: string, entry: PutEventsRequestEntry = {}): PutEventsRequestEntry => ({
  Source: "cloud-storage-security",
  DetailType: "ScanResult",
  Detail: JSON.stringify({
    Message: "{}",
    MessageAttributes: { scanResult: { DataType: "String", StringValue: result } },
  }),
  ...entry,
});
const put = (...Entries: PutEventsRequestEntry[]) => events().send(new PutEventsCommand({ Entries }));

/** A bus of its own with one rule to one target. */
async function newRoute(target: Omit<Target, "Id">, pattern: object = CLEAN) {
  const EventBusName = `bus-${randomUUID()}`;
  await events().send(new CreateEventBusCommand({ Name: EventBusName }));
  await events().send(
    new PutRuleCommand({ Name: "rule", EventBusName, EventPattern: JSON.stringify(pattern) }),
  );
  const Targets = [{ Id: "1", ...target }] as Target[];
  await events().send(new PutTargetsCommand({ Rule: "rule", EventBusName, Targets }));
  return EventBusName;
}

async function newGroup(): Promise<string> {
  const logGroupName = `/aws/events/${randomUUID()}`;
  await logs().send(new CreateLogGroupCommand({ logGroupName }));
  return logGroupName;
}

const allow = (resource: string, service = "events.amazonaws.com") =>
  logs().send(
    new PutResourcePolicyCommand({
      policyName: "events",
      policyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: [service] },
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: resource,
          },
        ],
      }),
    }),
  );

async function logged(logGroupName: string) {
  const { events: found } = await logs().send(new FilterLogEventsCommand({ logGroupName }));
  return (found ?? []).map(({ message }) => JSON.parse(String(message)) as Record<string, unknown>);
}

const lastDelivery = async (arn: string) => (await aws.deliveriesTo(arn))[0];

describe("entries", () => {
  test("are taken or refused one by one, in their order", async () => {
    const answer = await put(
      scan("Clean"),
      scan("Clean", { Source: undefined }),
      scan("Clean", { DetailType: undefined }),
      scan("Clean", { Detail: undefined }),
      scan("Clean", { Detail: "[]" }),
      scan("Clean", { Detail: "{" }),
      scan("Clean", { Source: "aws.s3" }),
      scan("Clean", { DetailType: "x".repeat(129) }),
      scan("Clean", { DetailType: "x".repeat(128) }),
    );
    const missing = (name: string) => ({
      ErrorCode: "InvalidArgument",
      ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
    });
    const malformed = { ErrorCode: "MalformedDetail", ErrorMessage: "Detail is malformed." };
    expect(answer.FailedEntryCount).toBe(7);
    expect(answer.Entries).toEqual([
      { EventId: expect.any(String) },
      missing("Source"),
      missing("DetailType"),
      missing("Detail"),
      malformed,
      malformed,
      { ErrorCode: "NotAuthorizedForSourceException", ErrorMessage: "Not authorized for the source." },
      { ErrorCode: "InvalidArgument", ErrorMessage: expect.stringContaining("128") },
      { EventId: expect.any(String) },
    ]);
  });

  test("for a bus that does not exist are taken and lost", async () => {
    const answer = await put(scan("Clean", { EventBusName: "no-such-bus" }));
    expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
  });

  test("are one to ten to a request", async () => {
    for (const [count, rule] of [
      [0, "greater than or equal to 1"],
      [11, "less than or equal to 10"],
    ] as const)
      expect(await refusalOf(put(...Array.from({ length: count }, () => scan("Clean"))))).toMatchObject({
        name: "ValidationException",
        message: expect.stringContaining(
          `at 'entries' failed to satisfy constraint: Member must have length ${rule}`,
        ),
      });
  });

  test("have 1 MiB together, with 14 bytes for a time", async () => {
    const overhead = Buffer.byteLength(`cloud-storage-securityScanResult{"m":""}`);
    const sized = (bytes: number) => ({
      ...scan("Clean"),
      Detail: `{"m":"${"x".repeat(bytes - overhead)}"}`,
    });
    const half = 512 * 1024;
    expect((await put(sized(half), sized(half))).FailedEntryCount).toBe(0);
    const tooLarge = {
      name: "ValidationException",
      message: "Total size of the entries in the request is over the limit.",
      status: 400,
    };
    expect(await refusalOf(put(sized(half), sized(half + 1)))).toEqual(tooLarge);
    expect(await refusalOf(put(sized(half), { ...sized(half), Time: new Date() }))).toEqual(tooLarge);
  });

  test("with a bus name that can be none refuse the whole request", async () => {
    expect(await refusalOf(put(scan("Clean"), scan("Clean", { EventBusName: "a b" })))).toMatchObject({
      name: "ValidationException",
      message: expect.stringMatching(
        /^1 validation error detected: Value 'a b' at 'entries.2.member.eventBusName'/,
      ),
    });
  });
});

describe("a rule to a log group", () => {
  test("writes what it takes as a whole envelope, and nothing else", async () => {
    const group = await newGroup();
    await allow(`${LOG_GROUPS}/aws/events/*:*`);
    const EventBusName = await newRoute({ Arn: LOG_GROUPS + group });
    const Time = new Date(Math.floor(Date.now() / 1000) * 1000 - 60_000);
    const { Entries } = await put(
      scan("Clean", { EventBusName, Time, Resources: ["arn:aws:s3:::b"] }),
      scan("Infected", { EventBusName }),
      scan("Clean", { EventBusName, Source: "other" }),
    );
    expect(await logged(group)).toEqual([
      {
        version: "0",
        id: Entries?.[0]?.EventId,
        "detail-type": "ScanResult",
        source: "cloud-storage-security",
        account: "123456789012",
        time: Time.toISOString().replace(".000Z", "Z"),
        region: "us-east-1",
        resources: ["arn:aws:s3:::b"],
        detail: JSON.parse(String(scan("Clean").Detail)),
      },
    ]);
    expect(await lastDelivery(LOG_GROUPS + group)).toMatchObject({
      kind: "event",
      protocol: "logs",
      ruleArn: `arn:aws:events:us-east-1:123456789012:rule/${EventBusName}/rule`,
      messageId: Entries?.[0]?.EventId,
      status: "delivered",
      error: null,
    });
  });

  test.each([
    ["no policy for it", () => allow(`${LOG_GROUPS}/elsewhere/*:*`)],
    ["a policy for another service", () => allow("*", "route53.amazonaws.com")],
  ])("writes nothing with %s, and the delivery says so", async (_name, putPolicy) => {
    const group = await newGroup();
    await putPolicy();
    const EventBusName = await newRoute({ Arn: LOG_GROUPS + group });
    expect((await put(scan("Clean", { EventBusName }))).FailedEntryCount).toBe(0);
    expect(await logged(group)).toEqual([]);
    expect(await lastDelivery(LOG_GROUPS + group)).toMatchObject({
      status: "failed",
      error: "No resource policy lets EventBridge write to this log group.",
    });
  });

  test("writes by the ARN with :* and by a policy for delivery.logs.amazonaws.com too", async () => {
    const group = await newGroup();
    await allow(`${LOG_GROUPS}${group}:*`, "delivery.logs.amazonaws.com");
    const EventBusName = await newRoute({ Arn: `${LOG_GROUPS}${group}:*` });
    await put(scan("Clean", { EventBusName }));
    expect(await logged(group)).toHaveLength(1);
  });

  test("that does not exist loses the event, and the delivery says so", async () => {
    const Arn = `${LOG_GROUPS}/aws/events/none-${randomUUID()}`;
    await allow("*");
    await put(scan("Clean", { EventBusName: await newRoute({ Arn }) }));
    expect(await lastDelivery(Arn)).toMatchObject({
      status: "failed",
      error: "The log group does not exist.",
    });
  });

  test("writes nothing while it is disabled", async () => {
    const group = await newGroup();
    await allow("*");
    const EventBusName = await newRoute({ Arn: LOG_GROUPS + group });
    await events().send(new DisableRuleCommand({ Name: "rule", EventBusName }));
    await put(scan("Clean", { EventBusName }));
    expect(await logged(group)).toEqual([]);
    expect(await aws.deliveriesTo(LOG_GROUPS + group)).toEqual([]);
  });

  test("works on after a restart", async () => {
    const group = await newGroup();
    await allow("*");
    const EventBusName = await newRoute({ Arn: LOG_GROUPS + group });
    await aws.restart();
    await put(scan("Clean", { EventBusName }));
    expect(await logged(group)).toHaveLength(1);
  });
});

describe("what a target is sent", () => {
  const sent = async (target: Omit<Target, "Id" | "Arn">) => {
    const Arn = `arn:aws:lambda:us-east-1:123456789012:function:${randomUUID()}`;
    const EventBusName = await newRoute({ Arn, ...target });
    await put(
      scan("Clean", {
        EventBusName,
        Detail: '{"MessageAttributes":{"scanResult":{"StringValue":"Clean"}},"list":[{"k":"a\\"b"}],"n":5}',
      }),
    );
    return (await lastDelivery(Arn))?.body;
  };

  test.each<[Omit<Target, "Id" | "Arn">, string]>([
    [{ Input: '{"fixed":true}' }, '{"fixed":true}'],
    [{ InputPath: "$.detail.list[0]" }, '{"k":"a\\"b"}'],
    [{ InputPath: "$['detail-type']" }, '"ScanResult"'],
    [{ InputPath: "$.none.here" }, ""],
    [
      {
        InputTransformer: {
          InputPathsMap: { n: "$.detail.n", k: "$.detail.list[0].k", none: "$.none" },
          InputTemplate: '{"text":"<k> of <n><none>","k":<k>,"n":<n>,"rule":"<aws.events.rule-name>"}',
        },
      },
      '{"text":"a\\"b of 5","k":"a\\"b","n":5,"rule":"rule"}',
    ],
  ])("%j", async (target, expected) => {
    expect(await sent(target)).toBe(expected);
  });
});

describe("other targets", () => {
  async function newQueue(service: string): Promise<{ url: string; arn: string }> {
    const QueueName = `q-${randomUUID()}`;
    const arn = `arn:aws:sqs:us-east-1:123456789012:${QueueName}`;
    const Policy = JSON.stringify({
      Statement: [
        { Effect: "Allow", Principal: { Service: service }, Action: "sqs:SendMessage", Resource: arn },
      ],
    });
    const { QueueUrl } = await sqs().send(new CreateQueueCommand({ QueueName, Attributes: { Policy } }));
    return { url: String(QueueUrl), arn };
  }
  const received = async (QueueUrl: string) => {
    const { Messages } = await sqs().send(
      new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ["All"] }),
    );
    return Messages ?? [];
  };

  test("a queue gets the envelope when its policy allows EventBridge", async () => {
    const queue = await newQueue("events.amazonaws.com");
    const { Entries } = await put(scan("Clean", { EventBusName: await newRoute({ Arn: queue.arn }) }));
    const [message] = await received(queue.url);
    expect(JSON.parse(String(message?.Body))).toMatchObject({ id: Entries?.[0]?.EventId });
  });

  test("a queue whose policy does not gets nothing, and the dead-letter queue what was lost", async () => {
    const queue = await newQueue("sns.amazonaws.com");
    const dead = await newQueue("events.amazonaws.com");
    const target = { Arn: queue.arn, DeadLetterConfig: { Arn: dead.arn } };
    await put(scan("Clean", { EventBusName: await newRoute(target) }));
    expect(await received(queue.url)).toEqual([]);
    expect(await lastDelivery(queue.arn)).toMatchObject({ status: "failed", error: expect.any(String) });
    const [message] = await received(dead.url);
    expect(message?.MessageAttributes?.TARGET_ARN?.StringValue).toBe(queue.arn);
    expect(await lastDelivery(dead.arn)).toMatchObject({ kind: "dead-letter", status: "delivered" });
  });

  test("a topic publishes the envelope to its subscribers", async () => {
    const TopicArn = await aws.newTopic();
    const mailbox = await aws.confirmedMailbox(TopicArn);
    await put(scan("Clean", { EventBusName: await newRoute({ Arn: TopicArn }) }));
    const [mail] = await aws.mailsOf(mailbox);
    expect(mail?.text).toContain('"source":"cloud-storage-security"');
  });
});

describe("TestEventPattern", () => {
  const EVENT = {
    id: "1",
    account: "1",
    source: "a",
    time: "2024-01-01T00:00:00Z",
    region: "us-east-1",
    resources: [],
    "detail-type": "t",
    detail: { n: 5 },
  };
  const ask = (pattern: object, event: object = EVENT) =>
    events().send(
      new TestEventPatternCommand({ EventPattern: JSON.stringify(pattern), Event: JSON.stringify(event) }),
    );

  test("tells whether a pattern takes an event", async () => {
    expect((await ask({ detail: { n: [{ numeric: [">", 4] }] } })).Result).toBe(true);
    expect((await ask({ source: [{ "anything-but": "a" }] })).Result).toBe(false);
  });

  test("wants a whole event and a valid pattern", async () => {
    const { time, ...partial } = EVENT;
    for (const event of [partial, [time]])
      expect(await refusalOf(ask({ source: ["a"] }, event))).toEqual({
        name: "ValidationException",
        message: "Parameter Event is not valid.",
        status: 400,
      });
    expect(await refusalOf(ask({ source: [] }))).toEqual({
      name: "InvalidEventPatternException",
      message: "Event pattern is not valid. Reason: Empty arrays are not allowed",
      status: 400,
    });
  });
});

test("faults strike its operations by their names", async () => {
  const faults = [{ operation: "PutEvents", code: "ThrottlingException", status: 400 }];
  await aws.control("PUT", "/_local/faults", { faults });
  expect(await refusalOf(put(scan("Clean")))).toMatchObject({ name: "ThrottlingException", status: 400 });
  await put(scan("Clean"));
});
