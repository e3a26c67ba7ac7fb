import type { JsonOperation } from "../json-service.ts";
import type { EventBus } from "../store/event-buses.ts";
import { AwsError } from "../wire/errors.ts";
import { constraints, validation } from "./errors.ts";
import { busArnOf, DEFAULT_BUS, findBus, readBusName, readPage, requireBus } from "./find.ts";
import { readTags } from "./tags.ts";

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html */
export const createEventBus: JsonOperation = (aws, { input, region }) => {
  const name = constraints.text(constraints.need(input.text("Name"), "name"), "name", {
    min: 1,
    max: 256,
    pattern: "[/\\.\\-_A-Za-z0-9]+",
  });
  if (findBus(aws, region, name))
    throw new AwsError("ResourceAlreadyExistsException", 400, `Event bus ${name} already exists.`);
  if (name.includes("/")) throw validation("Event bus name must not contain '/'.");
  const arn = busArnOf(aws, region, name);
  const description = input.text("Description") ?? null;
  const tags = readTags(input);
  aws.store.eventBuses.insert(region, { arn, name, description, tags, createdAt: aws.clock.now() });
  return { EventBusArn: arn, ...(description === null ? {} : { Description: description }) };
};

export const describeEventBus: JsonOperation = (aws, call) => shown(requireBus(aws, call, "Name", "name"));

/** Deleting what is not there succeeds. */
export const deleteEventBus: JsonOperation = (aws, { input, region }) => {
  constraints.need(input.text("Name"), "name");
  const name = readBusName(input, "Name", "name");
  if (name === DEFAULT_BUS) throw validation("Cannot delete event bus default.");
  const bus = findBus(aws, region, name);
  if (!bus) return {};
  if (aws.store.eventRules.list(bus.arn).length > 0)
    throw validation(`Event bus ${bus.name} can't be deleted since it has rules.`);
  aws.store.eventBuses.remove(bus.arn);
  return {};
};

export const listEventBuses: JsonOperation = (aws, { input, region }) => {
  findBus(aws, region, DEFAULT_BUS);
  const prefix = input.text("NamePrefix") ?? "";
  const buses = aws.store.eventBuses.list(region).filter(({ name }) => name.startsWith(prefix));
  const { items, next } = readPage(input, "buses", buses);
  return { EventBuses: items.map(shown), ...next };
};

function shown({ name, arn, description, createdAt }: EventBus) {
  const time = createdAt / 1000;
  return {
    Name: name,
    Arn: arn,
    ...(description === null ? {} : { Description: description }),
    CreationTime: time,
    LastModifiedTime: time,
  };
}
