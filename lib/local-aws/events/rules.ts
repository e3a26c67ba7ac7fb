import { eventPatternProblem } from "../filter/event-pattern.ts";
import type { JsonOperation } from "../json-service.ts";
import type { EventRule } from "../store/event-rules.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { constraints, invalidPattern, validation } from "./errors.ts";
import { DEFAULT_BUS, findBus, readPage, readRuleName, requireBus, requireRule, ruleArnOf } from "./find.ts";
import { readTags } from "./tags.ts";

const STATES = ["ENABLED", "DISABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"] as const;
const MAX_PATTERN = 4096;
const MAX_DESCRIPTION = 512;
const SCHEDULE = /^(?:rate\(\d+ (?:minutes?|hours?|days?)\)|cron\(\S+(?: \S+){5}\))$/;

/**
 * Makes a rule, or replaces one: what a call leaves out falls back to its default, tags excepted, which stay.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 */
export const putRule: JsonOperation = (aws, call) => {
  const { input } = call;
  const name = readRuleName(input, "Name");
  const pattern = readPattern(input);
  const schedule = input.text("ScheduleExpression") ?? null;
  const state = constraints.oneOf(input.text("State") ?? "ENABLED", "state", STATES);
  const description = input.text("Description") ?? null;
  constraints.text(description ?? "", "description", { max: MAX_DESCRIPTION });
  if (pattern === null && schedule === null)
    throw validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
  const bus = requireBus(aws, call);
  if (schedule !== null) checkSchedule(schedule, bus.name);
  if (pattern !== null) checkPattern(pattern);
  const arn = ruleArnOf(bus, name);
  const before = aws.store.eventRules.find(arn);
  const roleArn = input.text("RoleArn") ?? null;
  const tags = before ? before.tags : readTags(input);
  aws.store.eventRules.put({
    arn,
    busArn: bus.arn,
    name,
    pattern,
    schedule,
    state,
    description,
    roleArn,
    tags,
  });
  return { RuleArn: arn };
};

function readPattern(input: JsonInput): string | null {
  const pattern = input.text("EventPattern");
  if (pattern === undefined) return null;
  return constraints.text(pattern, "eventPattern", { max: MAX_PATTERN });
}

/** @throws AwsError `InvalidEventPatternException` */
export function checkPattern(pattern: string): void {
  const problem = eventPatternProblem(pattern);
  if (problem !== null) throw invalidPattern(problem);
}

function checkSchedule(schedule: string, busName: string): void {
  if (busName !== DEFAULT_BUS)
    throw validation("ScheduleExpression is supported only on the default event bus.");
  if (!SCHEDULE.test(schedule)) throw validation("Parameter ScheduleExpression is not valid.");
}

export const describeRule: JsonOperation = (aws, call) => ({
  ...shown(requireRule(aws, call, "Name")),
  CreatedBy: aws.account,
});

export const listRules: JsonOperation = (aws, call) => {
  const bus = requireBus(aws, call);
  const prefix = call.input.text("NamePrefix") ?? "";
  const rules = aws.store.eventRules.list(bus.arn).filter(({ name }) => name.startsWith(prefix));
  const { items, next } = readPage(call.input, `rules of ${bus.arn}`, rules);
  return { Rules: items.map(shown), ...next };
};

export const listRuleNamesByTarget: JsonOperation = (aws, call) => {
  const bus = requireBus(aws, call);
  const targetArn = constraints.need(call.input.text("TargetArn"), "targetArn");
  const arns = aws.store.eventTargets.rulesOf(targetArn);
  const names = aws.store.eventRules
    .list(bus.arn)
    .flatMap(({ arn, name }) => (arns.includes(arn) ? name : []));
  const { items, next } = readPage(call.input, `rules to ${targetArn}`, names);
  return { RuleNames: items, ...next };
};

const setState =
  (state: "ENABLED" | "DISABLED"): JsonOperation =>
  (aws, call) => {
    aws.store.eventRules.put({ ...requireRule(aws, call, "Name"), state });
    return {};
  };

export const enableRule = setState("ENABLED");
export const disableRule = setState("DISABLED");

/** Deleting what is not there succeeds, a bus that is not there included. */
export const deleteRule: JsonOperation = (aws, { input, region }) => {
  const name = readRuleName(input, "Name");
  const bus = findBus(aws, region, input.text("EventBusName") ?? DEFAULT_BUS);
  if (!bus) return {};
  const arn = ruleArnOf(bus, name);
  if (aws.store.eventTargets.list(arn).length > 0)
    throw validation("Rule can't be deleted since it has targets.");
  aws.store.eventRules.remove(arn);
  return {};
};

function shown({ name, arn, busArn, pattern, schedule, state, description, roleArn }: EventRule) {
  return {
    Name: name,
    Arn: arn,
    EventBusName: busArn.slice(busArn.indexOf("/") + 1),
    State: state,
    ...(pattern === null ? {} : { EventPattern: pattern }),
    ...(schedule === null ? {} : { ScheduleExpression: schedule }),
    ...(description === null ? {} : { Description: description }),
    ...(roleArn === null ? {} : { RoleArn: roleArn }),
  };
}
