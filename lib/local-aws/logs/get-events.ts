import type { JsonOperation } from "../json-service.ts";
import type { LogOrder } from "../store/log-events.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { constraints } from "./errors.ts";
import { readToken, writeToken } from "./event-token.ts";
import { readStreamName, requireReadGroup, requireStream } from "./find.ts";
import { withinAnswer } from "./within-answer.ts";

const MAX_EVENTS = 10_000;

/**
 * Events of one stream, always oldest first. Read on at an end without more events, the answer repeats the token.
 * https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html
 */
export const getLogEvents: JsonOperation = (aws, { input, region }) => {
  const group = requireReadGroup(aws, region, input);
  const stream = requireStream(aws, group, readStreamName(input));
  const range = { groupId: group.id, streamIds: [stream.id], ...readPeriod(input) };
  const token = input.text("nextToken");
  const order: LogOrder = input.flag("startFromHead") ? "oldest-first" : "newest-first";
  const from = token === undefined ? { order, after: undefined } : readToken(token);
  const read = withinAnswer(aws.store.logEvents.page(range, from.order, from.after, readLimit(input)));
  const events = from.order === "oldest-first" ? read : read.toReversed();
  return {
    events: events.map(({ at, message, ingestedAt }) => ({
      timestamp: at,
      message,
      ingestionTime: ingestedAt,
    })),
    nextForwardToken: writeToken({ order: "oldest-first", after: events.at(-1) ?? from.after }),
    nextBackwardToken: writeToken({ order: "newest-first", after: events[0] ?? from.after }),
  };
};

export function readLimit(input: JsonInput): number {
  return constraints.number(input.integer("limit") ?? MAX_EVENTS, "limit", { min: 1, max: MAX_EVENTS });
}

/** CloudWatch's times are whole milliseconds; the end is not included here. */
export function readPeriod(input: JsonInput): { from: number; until: number } {
  return {
    from: constraints.number(input.integer("startTime") ?? 0, "startTime", {}),
    until: constraints.number(input.integer("endTime") ?? Number.MAX_SAFE_INTEGER, "endTime", {}),
  };
}
