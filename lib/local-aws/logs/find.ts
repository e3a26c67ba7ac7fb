import { logGroupNameOf } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import type { LogGroup } from "../store/log-groups.ts";
import type { LogStream } from "../store/log-streams.ts";
import { AwsError } from "../wire/errors.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { constraints, groupNotFound, invalidParameter, streamNotFound } from "./errors.ts";

const MAX_NAME = 512;
const GROUP_NAME = "[\\.\\-_/#A-Za-z0-9]+";
const STREAM_NAME = "[^:*]*";

/** A group's name that follows the rules; the group need not exist. */
export function readGroupName(input: JsonInput): string {
  return readName(input, "logGroupName", GROUP_NAME);
}

export function readStreamName(input: JsonInput): string {
  return readName(input, "logStreamName", STREAM_NAME);
}

function readName(input: JsonInput, member: string, pattern: string): string {
  const name = constraints.need(input.text(member), member);
  if (name.length > MAX_NAME)
    throw invalidParameter(
      `Invalid LogGroup or LogStream, both must have length less than or equal to ${MAX_NAME}.`,
    );
  return constraints.text(name, member, { min: 1, pattern });
}

/** The group of a region, without what is past its retention. */
export function requireGroup({ store, clock }: LocalAws, region: string, name: string): LogGroup {
  const group = store.logGroups.find(region, name);
  if (!group) throw groupNotFound();
  store.logEvents.sweep(group, clock.now());
  return group;
}

/** The group a reading call names, by its name or by name or ARN in `logGroupIdentifier`. */
export function requireReadGroup(aws: LocalAws, region: string, input: JsonInput): LogGroup {
  const identifier = input.text("logGroupIdentifier");
  if (identifier === undefined) return requireGroup(aws, region, readGroupName(input));
  if (input.text("logGroupName") !== undefined)
    throw new AwsError(
      "ValidationException",
      400,
      "LogGroup name and LogGroup ARN are mutually exclusive parameters.",
    );
  return requireGroup(aws, region, logGroupNameOf(identifier) ?? identifier);
}

export function requireStream({ store }: LocalAws, group: LogGroup, name: string): LogStream {
  const stream = store.logStreams.find(group.id, name);
  if (!stream) throw streamNotFound();
  return stream;
}
