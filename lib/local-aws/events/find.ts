import { parseArn, partitionOf } from "../arn.ts";
import type { JsonCall } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { EventBus } from "../store/event-buses.ts";
import type { EventRule } from "../store/event-rules.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { pageOf } from "../wire/page-of.ts";
import { busNotFound, constraints, ruleNotFound, validation } from "./errors.ts";

export const DEFAULT_BUS = "default";
export const NAME = "[\\.\\-_A-Za-z0-9]+";
const BUS_NAME_OR_ARN = `(arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\/\\.\\-_A-Za-z0-9]+`;
const MAX_PAGE = 100;

export function busArnOf({ account }: LocalAws, region: string, name: string): string {
  return `arn:${partitionOf(region)}:events:${region}:${account}:event-bus/${name}`;
}

export function ruleArnOf({ arn, name: busName }: EventBus, name: string): string {
  const before = arn.slice(0, arn.indexOf(":event-bus/"));
  return `${before}:rule/${busName === DEFAULT_BUS ? "" : `${busName}/`}${name}`;
}

/** The bus a text names, by name or ARN. The default bus is there in every region from the beginning. */
export function findBus(aws: LocalAws, region: string, nameOrArn: string): EventBus | undefined {
  const arn = parseArn(nameOrArn) ? nameOrArn : busArnOf(aws, region, nameOrArn);
  const known = aws.store.eventBuses.find(arn);
  if (known || arn !== busArnOf(aws, region, DEFAULT_BUS)) return known;
  const bus = { arn, name: DEFAULT_BUS, description: null, tags: {}, createdAt: aws.clock.now() };
  aws.store.eventBuses.insert(region, bus);
  return bus;
}

/** A bus by name or ARN as a member of the request has it; the default one when it was not sent. */
export function readBusName(input: JsonInput, member: string, at: string): string {
  return constraints.text(input.text(member) ?? DEFAULT_BUS, at, {
    min: 1,
    max: 1600,
    pattern: BUS_NAME_OR_ARN,
  });
}

/** The bus a call names in `EventBusName`, the default one unless it names any. */
export function requireBus(
  aws: LocalAws,
  { input, region }: JsonCall,
  member = "EventBusName",
  at = "eventBusName",
): EventBus {
  const name = readBusName(input, member, at);
  const bus = findBus(aws, region, name);
  if (!bus) throw busNotFound(name.split(":event-bus/").at(-1) ?? name);
  return bus;
}

export function readRuleName(input: JsonInput, member: "Name" | "Rule"): string {
  const at = member.toLowerCase();
  return constraints.text(constraints.need(input.text(member), at), at, { min: 1, max: 64, pattern: NAME });
}

/** The rule a call names, on the bus it names. */
export function requireRule(aws: LocalAws, call: JsonCall, member: "Name" | "Rule"): EventRule {
  const name = readRuleName(call.input, member);
  const bus = requireBus(aws, call);
  const rule = aws.store.eventRules.find(ruleArnOf(bus, name));
  if (!rule) throw ruleNotFound(name, bus.name);
  return rule;
}

/** The page of a listing a call asks for: the items, and `NextToken` when there are more. */
export function readPage<T>(
  input: JsonInput,
  listing: string,
  items: readonly T[],
): { items: T[]; next: { NextToken?: string } } {
  const limit = constraints.number(input.integer("Limit") ?? MAX_PAGE, "limit", { min: 1, max: MAX_PAGE });
  const page = pageOf(items, {
    limit,
    token: input.text("NextToken"),
    listing,
    refuseToken: () => validation("Parameter NextToken is not valid."),
  });
  return { items: page.items, next: page.next === undefined ? {} : { NextToken: page.next } };
}
