import type { LogEvent } from "../store/log-events.ts";

const MAX_ANSWER_BYTES = 1_048_576;

/** As many of the events as CloudWatch Logs puts into one answer: 1 MiB of text, but at least one. */
export function withinAnswer(events: readonly LogEvent[]): LogEvent[] {
  let bytes = 0;
  const tooMuch = events.findIndex(({ message }, index) => {
    bytes += Buffer.byteLength(message);
    return index > 0 && bytes > MAX_ANSWER_BYTES;
  });
  return tooMuch === -1 ? [...events] : events.slice(0, tooMuch);
}
