import type { JsonOperation } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { LogEvent, LogOrder, LogRange } from "../store/log-events.ts";
import type { LogGroup } from "../store/log-groups.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { invalidParameter } from "./errors.ts";
import { type EventToken, readToken, writeToken } from "./event-token.ts";
import { readFilterPattern } from "./filter-pattern.ts";
import { requireReadGroup, requireStream } from "./find.ts";
import { readLimit, readPeriod } from "./get-events.ts";
import { withinAnswer } from "./within-answer.ts";

const READ_AT_ONCE = 1000;
/** Before this time, AWS searches forwards only. */
const NEWEST_FIRST_SINCE = Date.UTC(2024, 0, 1);

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
export const filterLogEvents: JsonOperation = (aws, { input, region }) => {
  const group = requireReadGroup(aws, region, input);
  const range = { groupId: group.id, streamIds: readStreams(aws, group, input), ...readPeriod(input) };
  const matches = readFilterPattern(input.text("filterPattern") ?? "");
  const limit = readLimit(input);
  // one more than asked for tells whether there is a next page
  const found = search(aws, range, readStart(input), matches, limit + 1);
  const events = withinAnswer(found.slice(0, limit));
  const { order } = readStart(input);
  return {
    events: events.map(shown),
    searchedLogStreams: [],
    ...(events.length < found.length && { nextToken: writeToken({ order, after: events.at(-1) }) }),
  };
};

function shown({ id, streamName, at, ingestedAt, message }: LogEvent) {
  return {
    logStreamName: streamName,
    timestamp: at,
    message,
    ingestionTime: ingestedAt,
    eventId: String(id).padStart(56, "0"),
  };
}

function readStart(input: JsonInput): EventToken {
  const token = input.text("nextToken");
  if (token !== undefined) return readToken(token);
  const order: LogOrder = input.flag("startFromHead") === false ? "newest-first" : "oldest-first";
  if (order === "newest-first" && (input.integer("startTime") ?? 0) < NEWEST_FIRST_SINCE)
    throw invalidParameter("startFromHead can be false only with a startTime on or after January 1, 2024.");
  return { order, after: undefined };
}

function readStreams(aws: LocalAws, group: LogGroup, input: JsonInput): number[] | undefined {
  const names = input.texts("logStreamNames");
  const prefix = input.text("logStreamNamePrefix");
  if (names && prefix !== undefined)
    throw invalidParameter("logStreamNames and logStreamNamePrefix are mutually exclusive parameters.");
  if (names) return names.map((name) => requireStream(aws, group, name).id);
  if (prefix === undefined) return undefined;
  return aws.store.logStreams.list(group.id).flatMap(({ id, name }) => (name.startsWith(prefix) ? [id] : []));
}

function search(
  { store }: LocalAws,
  range: LogRange,
  { order, after }: EventToken,
  matches: (message: string) => boolean,
  limit: number,
): LogEvent[] {
  const found: LogEvent[] = [];
  let position = after;
  while (found.length < limit) {
    const page = store.logEvents.page(range, order, position, READ_AT_ONCE);
    found.push(...page.filter(({ message }) => matches(message)));
    if (page.length < READ_AT_ONCE) break;
    position = page.at(-1);
  }
  return found.slice(0, limit);
}
