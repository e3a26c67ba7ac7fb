import type { JsonOperation } from "../json-service.ts";
import { EVENT_OVERHEAD_BYTES } from "../store/log-events.ts";
import type { LogGroup } from "../store/log-groups.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { constraints, invalidParameter } from "./errors.ts";
import { readGroupName, readStreamName, requireGroup, requireStream } from "./find.ts";

const MAX_EVENTS = 10_000;
const MAX_BYTES = 1_048_576;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_AGE_MS = 14 * DAY_MS;
const MAX_AHEAD_MS = 2 * HOUR_MS;

interface NewLogEvent {
  at: number;
  message: string;
}

/** https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutLogEvents.html */
export const putLogEvents: JsonOperation = (aws, { input, region }) => {
  const events = readEvents(input);
  const group = requireGroup(aws, region, readGroupName(input));
  const stream = requireStream(aws, group, readStreamName(input));
  const now = aws.clock.now();
  const { accepted, rejected } = sortOut(events, group, now);
  if (accepted.length > 0) aws.store.logEvents.append(group, stream, accepted, now);
  return {
    nextSequenceToken: String(now).padStart(56, "0"),
    ...(rejected && { rejectedLogEventsInfo: rejected }),
  };
};

function readEvents(input: JsonInput): NewLogEvent[] {
  const list = constraints.need(input.structures("logEvents"), "logEvents");
  constraints.list(list, "logEvents", { min: 1, max: MAX_EVENTS });
  const events = list.map((event, index) => {
    const member = `logEvents.${index + 1}.member`;
    const message = constraints.need(event.text("message"), `${member}.message`);
    return {
      at: constraints.need(event.integer("timestamp"), `${member}.timestamp`),
      message: constraints.text(message, `${member}.message`, { min: 1 }),
    };
  });
  checkBatch(events);
  return events;
}

function checkBatch(events: readonly NewLogEvent[]): void {
  const bytes = events.reduce(
    (sum, { message }) => sum + Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES,
    0,
  );
  if (bytes > MAX_BYTES)
    throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${MAX_BYTES}`);
  if (events.some(({ at }, index) => at < (events[index - 1]?.at ?? 0)))
    throw invalidParameter("Log events in a single PutLogEvents request must be in chronological order.");
  if ((events.at(-1)?.at ?? 0) - (events[0]?.at ?? 0) > DAY_MS)
    throw invalidParameter(
      "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.",
    );
}

interface Rejected {
  tooOldLogEventEndIndex?: number;
  tooNewLogEventStartIndex?: number;
  expiredLogEventEndIndex?: number;
}

/** The events are in the order of their times: what is too old comes first, what is too new last. */
function sortOut(events: readonly NewLogEvent[], { retentionDays }: LogGroup, now: number) {
  const countBefore = (time: number) => events.filter(({ at }) => at < time).length;
  const tooOld = countBefore(now - MAX_AGE_MS);
  const expired = retentionDays === null ? 0 : countBefore(now - retentionDays * DAY_MS);
  const timely = countBefore(now + MAX_AHEAD_MS + 1);
  const rejected: Rejected = {
    ...(tooOld > 0 && { tooOldLogEventEndIndex: tooOld }),
    ...(expired > 0 && { expiredLogEventEndIndex: expired }),
    ...(timely < events.length && { tooNewLogEventStartIndex: timely }),
  };
  return {
    accepted: events.slice(Math.max(tooOld, expired), timely),
    rejected: Object.keys(rejected).length > 0 ? rejected : undefined,
  };
}
