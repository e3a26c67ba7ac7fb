import { logGroupArnOf } from "../arn.ts";
import type { JsonOperation } from "../json-service.ts";
import type { LogStream } from "../store/log-streams.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { pageOf } from "../wire/page-of.ts";
import { alreadyExists, constraints, invalidParameter, invalidToken } from "./errors.ts";
import { readGroupName, readStreamName, requireGroup, requireReadGroup } from "./find.ts";

const MAX_PAGE = 50;

export const createLogStream: JsonOperation = (aws, { input, region }) => {
  const group = requireGroup(aws, region, readGroupName(input));
  const name = readStreamName(input);
  if (aws.store.logStreams.find(group.id, name)) throw alreadyExists("stream");
  aws.store.logStreams.insert(group.id, name, aws.clock.now());
  return {};
};

export const describeLogStreams: JsonOperation = (aws, { input, region }) => {
  const group = requireReadGroup(aws, region, input);
  const prefix = input.text("logStreamNamePrefix");
  const limit = constraints.number(input.integer("limit") ?? MAX_PAGE, "limit", { min: 1, max: MAX_PAGE });
  const streams = inOrder(aws.store.logStreams.list(group.id), input);
  const page = pageOf(
    streams.filter(({ name }) => name.startsWith(prefix ?? "")),
    { limit, token: input.text("nextToken"), listing: `streams of ${group.name}`, refuseToken: invalidToken },
  );
  const arn = logGroupArnOf(region, aws.account, group.name);
  return {
    logStreams: page.items.map((stream) => describe(stream, arn)),
    ...(page.next === undefined ? {} : { nextToken: page.next }),
  };
};

function inOrder(byName: LogStream[], input: JsonInput): LogStream[] {
  const order = constraints.oneOf(input.text("orderBy") ?? "LogStreamName", "orderBy", [
    "LogStreamName",
    "LastEventTime",
  ]);
  if (order === "LastEventTime" && input.text("logStreamNamePrefix") !== undefined)
    throw invalidParameter("Cannot order by LastEventTime with a logStreamNamePrefix.");
  const streams =
    order === "LogStreamName"
      ? byName
      : byName.toSorted((a, b) => (a.lastEventAt ?? a.createdAt) - (b.lastEventAt ?? b.createdAt));
  return input.flag("descending") ? streams.toReversed() : streams;
}

function describe(stream: LogStream, groupArn: string) {
  return {
    logStreamName: stream.name,
    creationTime: stream.createdAt,
    ...(stream.firstEventAt === null ? {} : { firstEventTimestamp: stream.firstEventAt }),
    ...(stream.lastEventAt === null ? {} : { lastEventTimestamp: stream.lastEventAt }),
    ...(stream.lastIngestionAt === null ? {} : { lastIngestionTime: stream.lastIngestionAt }),
    arn: `${groupArn}:log-stream:${stream.name}`,
    storedBytes: 0,
  };
}
