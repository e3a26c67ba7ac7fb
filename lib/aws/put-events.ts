import "server-only";
import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsResultEntry,
} from "@aws-sdk/client-eventbridge";
import { answered } from "./answer.ts";
import { translateAwsError } from "./errors.ts";
import type { Answered, BatchOutcome, NewEvent } from "./ports.ts";

type Outcome = BatchOutcome<{ eventId: string }>;

/**
 * Sends at most 10 events in one call. Where AWS refuses the whole call as malformed, each event is asked for by
 * itself, so that one bad event is answered as its own and keeps no other back.
 */
export async function putEvents(
  client: EventBridgeClient,
  busName: string,
  events: readonly NewEvent[],
): Promise<Answered<Outcome[]>> {
  try {
    const answer = await client.send(new PutEventsCommand({ Entries: events.map(entryFor(busName)) }));
    return answered(
      answer,
      events.map((_, index) => outcomeOf(answer.Entries?.[index])),
    );
  } catch (error) {
    if (!(error instanceof Error && error.name === "ValidationException")) throw translateAwsError(error);
    if (events.length === 1)
      return {
        value: [{ ok: false, code: error.name, message: error.message, senderFault: true }],
        requestId: undefined,
      };
  }
  const alone: Outcome[] = [];
  for (const event of events) alone.push(...(await putEvents(client, busName, [event])).value);
  return { value: alone, requestId: undefined };
}

const entryFor = (EventBusName: string) => (event: NewEvent) => ({
  EventBusName,
  Source: event.source,
  DetailType: event.detailType,
  Detail: event.detail,
  Time: event.time,
});

/**
 * What is wrong with the entry itself. Everything else, such as throttling or a missing permission, may pass.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html
 */
const SENDER_FAULTS = new Set([
  "InvalidArgument",
  "MalformedDetail",
  "RedactionFailure",
  "NotAuthorizedForSourceException",
  "NotAuthorizedForDetailTypeException",
]);

function outcomeOf(entry: PutEventsResultEntry | undefined): Outcome {
  if (entry?.EventId) return { ok: true, eventId: entry.EventId };
  const code = entry?.ErrorCode ?? "NoAnswer";
  const message = entry?.ErrorMessage ?? "AWS did not answer for this event.";
  return { ok: false, code, message, senderFault: SENDER_FAULTS.has(code) };
}
