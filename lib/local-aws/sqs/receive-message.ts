import type { JsonCall, JsonOperation } from "../json-service.ts";
import { atomically, type LocalAws } from "../local-aws.ts";
import { numberOf } from "./attribute-rules.ts";
import { readBounded, requireQueue } from "./queue-call.ts";
import { readSelection, receivedMessage, type Selection } from "./received-message.ts";
import { takeMessages } from "./take-messages.ts";

export const MAX_VISIBILITY_SECONDS = 43_200;
const MAX_MESSAGES = 10;
const MAX_WAIT_SECONDS = 20;

interface Order {
  call: JsonCall;
  limit: number;
  /** undefined: what the queue is set to. */
  visibilitySeconds: number | undefined;
  selection: Selection;
}

/**
 * Gives out up to ten messages. A long poll answers as soon as there is one: it was sent, its delay or its visibility
 * timeout ended, or the clock was run forward.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
export const receiveMessage: JsonOperation = (aws, call) => {
  const { input } = call;
  const order = {
    call,
    limit: readBounded(input, "MaxNumberOfMessages", 1, MAX_MESSAGES) ?? 1,
    visibilitySeconds: readBounded(input, "VisibilityTimeout", 0, MAX_VISIBILITY_SECONDS),
    selection: readSelection(input),
  };
  const waitSeconds =
    readBounded(input, "WaitTimeSeconds", 0, MAX_WAIT_SECONDS) ??
    numberOf(requireQueue(aws, call), "ReceiveMessageWaitTimeSeconds");
  const received = receive(aws, order);
  if (received.length > 0) return { Messages: received };
  return waitSeconds === 0 ? {} : poll(aws, order, performance.now() + waitSeconds * 1000);
};

async function poll(aws: LocalAws, order: Order, deadline: number): Promise<object> {
  const { call } = order;
  for (;;) {
    const remaining = deadline - performance.now();
    if (remaining <= 0) return {};
    const { arn, ordinal } = requireQueue(aws, call);
    const now = aws.clock.now();
    const nextVisibleAt = aws.store.queueMessages.nextVisibleAt(ordinal, now) ?? Number.POSITIVE_INFINITY;
    await aws.arrivals.next(arn, Math.min(remaining, nextVisibleAt - now), call.signal);
    // a message given to a client that is gone would be hidden from all others until it times out
    if (call.signal.aborted) return {};
    const received = atomically(aws, () => receive(aws, order));
    if (received.length > 0) return { Messages: received };
  }
}

/** Looks the queue up each time: it may have been deleted or set anew while a poll waited. */
function receive(aws: LocalAws, { call, limit, visibilitySeconds, selection }: Order): object[] {
  const queue = requireQueue(aws, call);
  const hiddenSeconds = visibilitySeconds ?? numberOf(queue, "VisibilityTimeout");
  return takeMessages(aws, queue, limit, hiddenSeconds * 1000).map((message) =>
    receivedMessage(queue, message, selection),
  );
}
