import { randomUUID } from "node:crypto";
import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeEventBusCommand,
  DescribeRuleCommand,
  DisableRuleCommand,
  EnableRuleCommand,
  EventBridgeClient,
  ListEventBusesCommand,
  ListRuleNamesByTargetCommand,
  ListRulesCommand,
  ListTagsForResourceCommand,
  ListTargetsByRuleCommand,
  PutRuleCommand,
  type PutRuleCommandInput,
  PutTargetsCommand,
  RemoveTargetsCommand,
  TagResourceCommand,
  type Target,
  UntagResourceCommand,
} from "@aws-sdk/client-eventbridge";
import { describe, expect, test } from "vitest";
import { refusalOf, withLocalAws } from "../testing.ts";

const aws = withLocalAws();
const events = () => aws.client(EventBridgeClient);
const ARN = "arn:aws:events:us-east-1:123456789012:";
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:q";
const EventPattern = '{"source":["a"]}';

const refused = (name: string, message: string) => ({ name, message, status: 400 });
const invalid = (message: string) => refused("ValidationException", message);
const constraint = (value: string, at: string, rule: string) =>
  invalid(`1 validation error detected: Value ${value} at '${at}' failed to satisfy constraint: ${rule}`);

async function newBus(): Promise<string> {
  const Name = `bus-${randomUUID()}`;
  await events().send(new CreateEventBusCommand({ Name }));
  return Name;
}

async function newRule(input: Partial<PutRuleCommandInput> = {}): Promise<string> {
  const Name = `rule-${randomUUID()}`;
  await events().send(new PutRuleCommand({ Name, EventPattern, ...input }));
  return Name;
}

const targets = (...ids: string[]): Target[] => ids.map((Id) => ({ Id, Arn: QUEUE }));
const putTargets = (Rule: string, list: Target[]) =>
  events().send(new PutTargetsCommand({ Rule, Targets: list }));
const listTargets = async (Rule: string) =>
  (await events().send(new ListTargetsByRuleCommand({ Rule }))).Targets;

describe("event buses", () => {
  test("the default one is always there, by name, by ARN and by no name at all", async () => {
    const expected = { Name: "default", Arn: `${ARN}event-bus/default` };
    for (const Name of [undefined, "default", `${ARN}event-bus/default`])
      expect(await events().send(new DescribeEventBusCommand({ Name }))).toMatchObject(expected);
    const { EventBuses } = await events().send(new ListEventBusesCommand({ NamePrefix: "default" }));
    expect(EventBuses).toMatchObject([expected]);
    expect(await refusalOf(events().send(new DeleteEventBusCommand({ Name: "default" })))).toEqual(
      invalid("Cannot delete event bus default."),
    );
    expect(await refusalOf(events().send(new CreateEventBusCommand({ Name: "default" })))).toEqual(
      refused("ResourceAlreadyExistsException", "Event bus default already exists."),
    );
  });

  test("are created once, described and deleted, twice if need be", async () => {
    const Name = `bus-${randomUUID()}`;
    const Arn = `${ARN}event-bus/${Name}`;
    const create = () => events().send(new CreateEventBusCommand({ Name, Description: "d" }));
    expect(await create()).toMatchObject({ EventBusArn: Arn, Description: "d" });
    expect(await refusalOf(create())).toEqual(
      refused("ResourceAlreadyExistsException", `Event bus ${Name} already exists.`),
    );
    const described = await events().send(new DescribeEventBusCommand({ Name: Arn }));
    expect(described).toMatchObject({ Name, Arn, Description: "d", CreationTime: expect.any(Date) });
    await events().send(new DeleteEventBusCommand({ Name }));
    await events().send(new DeleteEventBusCommand({ Name }));
    for (const name of [Name, Arn])
      expect(await refusalOf(events().send(new DescribeEventBusCommand({ Name: name })))).toEqual(
        refused("ResourceNotFoundException", `Event bus ${Name} does not exist.`),
      );
  });

  test("are not deleted while they have rules", async () => {
    const Name = await newBus();
    const rule = await newRule({ EventBusName: Name });
    expect(await refusalOf(events().send(new DeleteEventBusCommand({ Name })))).toMatchObject({
      name: "ValidationException",
    });
    await events().send(new DeleteRuleCommand({ Name: rule, EventBusName: Name }));
    await events().send(new DeleteEventBusCommand({ Name }));
  });

  test("are listed by name in pages, by their prefix", async () => {
    const prefix = `p-${randomUUID()}-`;
    for (const letter of ["c", "a", "b"])
      await events().send(new CreateEventBusCommand({ Name: prefix + letter }));
    const page = async (NextToken?: string) => {
      const query = { NamePrefix: prefix, Limit: 2, NextToken };
      const answer = await events().send(new ListEventBusesCommand(query));
      return { token: answer.NextToken, names: answer.EventBuses?.map(({ Name }) => Name) };
    };
    const first = await page();
    expect(first.names).toEqual([`${prefix}a`, `${prefix}b`]);
    expect(await page(first.token)).toEqual({ names: [`${prefix}c`], token: undefined });
  });

  test.each([
    [
      "a b",
      constraint("'a b'", "name", "Member must satisfy regular expression pattern: [/\\.\\-_A-Za-z0-9]+"),
    ],
    [
      "x".repeat(257),
      constraint(`'${"x".repeat(257)}'`, "name", "Member must have length less than or equal to 256"),
    ],
    ["a/b", invalid("Event bus name must not contain '/'.")],
  ])("refuse the name %j", async (Name, expected) => {
    expect(await refusalOf(events().send(new CreateEventBusCommand({ Name })))).toEqual(expected);
  });
});

describe("rules", () => {
  test("have ARNs that name their bus, unless it is the default one", async () => {
    const bus = await newBus();
    const put = (EventBusName?: string) =>
      events().send(new PutRuleCommand({ Name: "r", EventPattern, EventBusName }));
    expect(await put()).toMatchObject({ RuleArn: `${ARN}rule/r` });
    expect(await put(bus)).toMatchObject({ RuleArn: `${ARN}rule/${bus}/r` });
    const described = await events().send(new DescribeRuleCommand({ Name: "r", EventBusName: bus }));
    expect(described).toMatchObject({
      Name: "r",
      Arn: `${ARN}rule/${bus}/r`,
      EventBusName: bus,
      EventPattern,
      State: "ENABLED",
      CreatedBy: "123456789012",
    });
  });

  test("are replaced whole by a second PutRule; targets stay", async () => {
    const Name = await newRule({ Description: "first", State: "DISABLED" });
    await putTargets(Name, targets("t"));
    const other = '{"source":["b"]}';
    await events().send(new PutRuleCommand({ Name, EventPattern: other }));
    const described = await events().send(new DescribeRuleCommand({ Name }));
    expect(described).toMatchObject({ EventPattern: other, State: "ENABLED" });
    expect(described.Description).toBeUndefined();
    expect(await listTargets(Name)).toEqual(targets("t"));
  });

  test("are disabled and enabled", async () => {
    const Name = await newRule();
    const state = async () => (await events().send(new DescribeRuleCommand({ Name }))).State;
    await events().send(new DisableRuleCommand({ Name }));
    expect(await state()).toBe("DISABLED");
    await events().send(new EnableRuleCommand({ Name }));
    expect(await state()).toBe("ENABLED");
  });

  test("are listed by name in pages", async () => {
    const EventBusName = await newBus();
    for (const Name of ["c", "a", "b"])
      await events().send(new PutRuleCommand({ Name, EventPattern, EventBusName }));
    const first = await events().send(new ListRulesCommand({ EventBusName, Limit: 2 }));
    expect(first.Rules?.map(({ Name }) => Name)).toEqual(["a", "b"]);
    const second = await events().send(
      new ListRulesCommand({ EventBusName, Limit: 2, NextToken: first.NextToken }),
    );
    expect(second.Rules?.map(({ Name }) => Name)).toEqual(["c"]);
    expect(second.NextToken).toBeUndefined();
    const other = new ListRulesCommand({ NextToken: first.NextToken });
    expect(await refusalOf(events().send(other)), "a token of another listing").toEqual(
      invalid("Parameter NextToken is not valid."),
    );
  });

  test("are deleted when they have no targets left, twice if need be", async () => {
    const Name = await newRule();
    await putTargets(Name, targets("t"));
    const remove = () => events().send(new DeleteRuleCommand({ Name }));
    expect(await refusalOf(remove())).toEqual(invalid("Rule can't be deleted since it has targets."));
    await events().send(new RemoveTargetsCommand({ Rule: Name, Ids: ["t"] }));
    await remove();
    await remove();
  });

  test("that do not exist are not found, nor on a bus that does not", async () => {
    const none = refused("ResourceNotFoundException", "Rule none does not exist on EventBus default.");
    const calls = [
      () => events().send(new DescribeRuleCommand({ Name: "none" })),
      () => events().send(new EnableRuleCommand({ Name: "none" })),
      () => events().send(new ListTargetsByRuleCommand({ Rule: "none" })),
      () => events().send(new RemoveTargetsCommand({ Rule: "none", Ids: ["t"] })),
      () => putTargets("none", targets("t")),
      () => events().send(new TagResourceCommand({ ResourceARN: `${ARN}rule/none`, Tags: [] })),
    ];
    for (const call of calls) expect(await refusalOf(call())).toEqual(none);
    expect(await refusalOf(newRule({ EventBusName: "no-bus" }))).toEqual(
      refused("ResourceNotFoundException", "Event bus no-bus does not exist."),
    );
  });

  test.each<[string, Partial<PutRuleCommandInput>, object]>([
    [
      "neither pattern nor schedule",
      { EventPattern: undefined },
      invalid("Parameter(s) EventPattern or ScheduleExpression must be specified."),
    ],
    [
      "a name with a space",
      { Name: "a b" },
      constraint("'a b'", "name", "Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+"),
    ],
    [
      "a name of 65 characters",
      { Name: "x".repeat(65) },
      constraint(`'${"x".repeat(65)}'`, "name", "Member must have length less than or equal to 64"),
    ],
    [
      "a schedule that is none",
      { ScheduleExpression: "now" },
      invalid("Parameter ScheduleExpression is not valid."),
    ],
    [
      "a pattern that is not JSON",
      { EventPattern: "this" },
      refused(
        "InvalidEventPatternException",
        "Event pattern is not valid. Reason: Unrecognized token 'this': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
      ),
    ],
    [
      "an empty pattern",
      { EventPattern: "{}" },
      refused(
        "InvalidEventPatternException",
        "Event pattern is not valid. Reason: Empty objects are not allowed",
      ),
    ],
    [
      "a value that is no list",
      { EventPattern: '{"source":"a"}' },
      refused(
        "InvalidEventPatternException",
        'Event pattern is not valid. Reason: "source" must be an object or an array',
      ),
    ],
    [
      "an operator in capitals",
      { EventPattern: '{"a":[{"EXISTS":true}]}' },
      refused(
        "InvalidEventPatternException",
        "Event pattern is not valid. Reason: Unrecognized match type EXISTS",
      ),
    ],
  ])("refuse %s", async (_name, input, expected) => {
    expect(await refusalOf(newRule(input))).toEqual(expected);
  });

  test("refuse a pattern of more than 4,096 characters", async () => {
    const long = JSON.stringify({ source: ["x".repeat(4096)] });
    expect(await refusalOf(newRule({ EventPattern: long }))).toMatchObject({
      name: "ValidationException",
      message: expect.stringMatching(
        /at 'eventPattern' .*Member must have length less than or equal to 4096$/,
      ),
    });
  });
});

describe("targets", () => {
  test("are put, replaced by their id, listed, found by their ARN and removed", async () => {
    const Rule = await newRule();
    const Arn = `arn:aws:sqs:us-east-1:123456789012:${randomUUID()}`;
    const full: Target = {
      Id: "b",
      Arn,
      InputTransformer: { InputPathsMap: { k: "$.detail.key" }, InputTemplate: '"<k>"' },
      DeadLetterConfig: { Arn: QUEUE },
    };
    expect(await putTargets(Rule, [...targets("a"), { Id: "b", Arn: QUEUE }])).toMatchObject({
      FailedEntryCount: 0,
      FailedEntries: [],
    });
    await putTargets(Rule, [full]);
    expect(await listTargets(Rule)).toEqual([...targets("a"), full]);
    const { RuleNames } = await events().send(new ListRuleNamesByTargetCommand({ TargetArn: Arn }));
    expect(RuleNames).toEqual([Rule]);
    await events().send(new RemoveTargetsCommand({ Rule, Ids: ["a", "unknown"] }));
    expect(await listTargets(Rule)).toEqual([full]);
  });

  test("are five to a rule and ten to a request", async () => {
    const Rule = await newRule();
    await putTargets(Rule, targets("1", "2", "3", "4", "5"));
    await putTargets(Rule, targets("5"));
    expect(await refusalOf(putTargets(Rule, targets("6")))).toEqual(
      refused("LimitExceededException", "The requested resource exceeds the maximum number allowed."),
    );
    const eleven = targets(..."abcdefghijk".split(""));
    expect(await refusalOf(putTargets(Rule, eleven))).toMatchObject({
      name: "ValidationException",
      message: expect.stringMatching(/at 'targets' .*Member must have length less than or equal to 10$/),
    });
    expect(await listTargets(Rule)).toHaveLength(5);
  });

  test.each<[Target, string]>([
    [
      { Id: "!", Arn: QUEUE },
      "1 validation error detected: Value '!' at 'targets.1.member.id' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+",
    ],
    [{ Id: "t", Arn: "q" }, "Parameter q is not valid. Reason: Provided Arn is not in correct format."],
    [{ Id: "t", Arn: `${QUEUE}.fifo` }, "Parameter(s) SqsParameters must be specified for target: t."],
    [
      { Id: "t", Arn: QUEUE, Input: "{}", InputPath: "$" },
      "Only one of Input, InputPath, or InputTransformer must be provided for target t.",
    ],
  ])("refuse %j", async (target, message) => {
    const Rule = await newRule();
    expect(await refusalOf(putTargets(Rule, [target]))).toEqual(invalid(message));
  });
});

test("rules and buses carry tags", async () => {
  const EventBusName = await newBus();
  const rule = await newRule({ EventBusName, Tags: [{ Key: "a", Value: "1" }] });
  for (const ResourceARN of [`${ARN}rule/${EventBusName}/${rule}`, `${ARN}event-bus/${EventBusName}`]) {
    await events().send(new TagResourceCommand({ ResourceARN, Tags: [{ Key: "b", Value: "2" }] }));
    await events().send(new UntagResourceCommand({ ResourceARN, TagKeys: ["a"] }));
    const { Tags } = await events().send(new ListTagsForResourceCommand({ ResourceARN }));
    expect(Tags).toEqual([{ Key: "b", Value: "2" }]);
  }
});
