import type { LocalAws } from "../local-aws.ts";
import { OPERATION_NAMES } from "../services.ts";
import { jsonReply, type Reply } from "../wire/http.ts";
import { type Faults, readFaults } from "./faults.ts";
import { ControlError, readCount, readObject } from "./input.ts";
import { listDeliveries, listMails, listQueues } from "./listings.ts";
import { listLogEvents, listLogGroups } from "./log-listings.ts";
import { setSending, showSending } from "./sending.ts";

export interface ControlRequest {
  method: string;
  path: string;
  search: URLSearchParams;
  body: string;
}

export interface Controlled {
  aws: LocalAws;
  faults: Faults;
  /** Brings everything back to the state of a first start; returns what to answer. */
  reset(): object;
}

const MAX_ADVANCE_MS = 10 * 365 * 86_400_000;
const MAX_DELAY_MS = 86_400_000;

type Handler = (controlled: Controlled, request: ControlRequest) => unknown;

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["GET /_local/mails", ({ aws }, { search }) => listMails(aws, search)],
  ["GET /_local/deliveries", ({ aws }, { search }) => listDeliveries(aws, search)],
  ["GET /_local/queues", ({ aws }) => listQueues(aws)],
  ["GET /_local/log-groups", ({ aws }) => listLogGroups(aws)],
  ["GET /_local/log-events", ({ aws }, { search }) => listLogEvents(aws, search)],
  ["GET /_local/clock", ({ aws }) => showClock(aws)],
  ["POST /_local/clock", advanceClock],
  ["GET /_local/faults", ({ faults }) => ({ faults: faults.list() })],
  ["PUT /_local/faults", setFaults],
  ["GET /_local/visibility", ({ aws }) => showVisibility(aws)],
  ["PUT /_local/visibility", setVisibility],
  ["GET /_local/sending", ({ aws }) => showSending(aws)],
  ["PUT /_local/sending", ({ aws }, { body }) => setSending(aws, body)],
  ["POST /_local/reset", ({ reset }) => reset()],
]);

/** Answers a request below `/_local/`, which AWS does not have: the mailbox, and the means to make trouble. */
export function answerControl(controlled: Controlled, request: ControlRequest): Reply {
  const handler = HANDLERS.get(`${request.method} ${request.path}`);
  if (!handler) return jsonReply(404, { error: `There is no ${request.method} ${request.path}.` });
  try {
    return jsonReply(200, handler(controlled, request));
  } catch (error) {
    if (error instanceof ControlError) return jsonReply(error.status, { error: error.message });
    throw error;
  }
}

function showClock({ clock }: LocalAws) {
  return { now: new Date(clock.now()).toISOString(), offsetMs: clock.offsetMs() };
}

function advanceClock({ aws }: Controlled, { body }: ControlRequest) {
  aws.clock.advance(readCount(readObject(body).advanceMs, "advanceMs", MAX_ADVANCE_MS));
  // what long polls wait for may be visible by now
  aws.arrivals.announceAll();
  return showClock(aws);
}

function setFaults({ faults }: Controlled, { body }: ControlRequest) {
  faults.replace(readFaults(readObject(body).faults, OPERATION_NAMES));
  return { faults: faults.list() };
}

function showVisibility({ store }: LocalAws) {
  return { delayMs: store.settings.get("visibilityDelayMs") };
}

function setVisibility({ aws }: Controlled, { body }: ControlRequest) {
  aws.store.settings.set("visibilityDelayMs", readCount(readObject(body).delayMs, "delayMs", MAX_DELAY_MS));
  return showVisibility(aws);
}
