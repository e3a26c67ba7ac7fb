import "server-only";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts, BatchOutcome, NewEvent } from "@/lib/aws/ports";
import { readEnv } from "@/lib/env";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";
import type { ForwardedNotification, ForwardOutcome, ForwardTarget } from "@/lib/forwards/target";
import { findSetting } from "@/lib/settings/queries";
import { eventBytes, fitting } from "../batch.ts";
import { PUT_EVENTS_LIMITS } from "../constants.ts";
import { eventBridgeSettings } from "../settings.ts";
import { toEvent } from "../to-event.ts";
import { getBus } from "./get-bus.ts";

/** Where notifications go on to EventBridge, by the settings as they are now; null while that is turned off. */
export function eventBridgeTarget(aws: AwsPorts = liveAws()): ForwardTarget | null {
  const { enabled, busName } = findSetting(eventBridgeSettings).value;
  if (!enabled) return null;
  const region = readEnv().awsRegion;
  return {
    id: EVENT_BRIDGE_TARGET,
    send: (batch, signal) => sendAll({ region, busName, aws, batch, signal }),
  };
}

type Sending = {
  region: string;
  busName: string;
  aws: AwsPorts;
  batch: readonly ForwardedNotification[];
  signal: AbortSignal;
};

/**
 * The bus is looked for before the events are sent and again before they count as sent, because a bus that was deleted
 * in between has lost them.
 */
async function sendAll(sending: Sending): Promise<ForwardOutcome[]> {
  const { region, busName, aws, batch, signal } = sending;
  await getBus(region, busName, aws);
  const outcomes: ForwardOutcome[] = [];
  try {
    while (outcomes.length < batch.length && !signal.aborted) {
      const next = await sendNext(sending, batch.slice(outcomes.length));
      outcomes.push(...next);
      // what comes later must not overtake what is tried again
      if (next.some(({ kind }) => kind === "failed")) break;
    }
  } catch (error) {
    if (outcomes.length === 0) throw error;
  }
  await getBus(region, busName, aws);
  return outcomes;
}

/** One call with as many of the notifications as fit it, or the reason why the first of them cannot be sent. */
async function sendNext(
  { region, busName, aws }: Sending,
  rest: readonly ForwardedNotification[],
): Promise<ForwardOutcome[]> {
  const events = eventsOf(rest.slice(0, PUT_EVENTS_LIMITS.entries));
  if (events.length === 0) return [refused(UNMANAGED)];
  const count = fitting(events);
  if (count === 0) return [refused(tooLarge(events[0]))];
  const answer = await aws.events.putEvents(region, busName, events.slice(0, count));
  return answer.value.map((outcome) => outcomeOf(outcome, answer.requestId));
}

/** The events of the first notifications whose topic is known. */
function eventsOf(notifications: readonly ForwardedNotification[]): NewEvent[] {
  const events: NewEvent[] = [];
  for (const { topicArn, ...notification } of notifications) {
    if (topicArn === null) break;
    events.push(toEvent({ ...notification, topicArn }));
  }
  return events;
}

const UNMANAGED = "The console no longer manages the topic this came from. Add the topic again, then retry.";

const tooLarge = (event: NewEvent | undefined) =>
  `The event has ${event ? eventBytes(event) : 0} bytes, and EventBridge takes ${PUT_EVENTS_LIMITS.bytes}. The history has the whole message.`;

const refused = (reason: string): ForwardOutcome => ({ kind: "refused", reason });

function outcomeOf(
  outcome: BatchOutcome<{ eventId: string }>,
  requestId: string | undefined,
): ForwardOutcome {
  if (outcome.ok) return { kind: "sent" };
  const reason = `EventBridge refused: ${outcome.code}: ${outcome.message}`;
  return { kind: outcome.senderFault ? "refused" : "failed", reason, requestId };
}
