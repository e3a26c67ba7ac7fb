import { isFifo } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import type { QueueMessage } from "../store/queue-messages.ts";
import type { Queue } from "../store/queues.ts";
import { removeExpired } from "./expiry.ts";
import { redriveOf } from "./redrive-policy.ts";

/**
 * Takes up to `limit` messages and hides them for a time. One that was received too often goes to the dead-letter
 * queue instead, as SQS does it: when somebody asks for it once more.
 */
export function takeMessages(aws: LocalAws, queue: Queue, limit: number, hiddenMs: number): QueueMessage[] {
  const { queueMessages } = aws.store;
  const now = aws.clock.now();
  removeExpired(aws, queue);
  const redrive = redriveOf(aws, queue);
  const taken: QueueMessage[] = [];
  for (;;) {
    const room = limit - taken.length;
    const visible = isFifo(queue.name)
      ? queueMessages.listVisibleInOrder(queue.ordinal, now, room)
      : queueMessages.listVisible(queue.ordinal, now, room);
    const [exhausted, fresh] = split(visible, redrive?.maxReceiveCount ?? Number.POSITIVE_INFINITY);
    for (const message of fresh) taken.push(receive(aws, message, now, hiddenMs));
    if (!redrive || exhausted.length === 0) return taken;
    for (const message of exhausted) moveTo(aws, redrive.deadLetters, queue, message);
    // with a timeout of nothing, what was just taken is visible and would be taken twice
    if (hiddenMs === 0 && taken.length > 0) return taken;
  }
}

function split(messages: readonly QueueMessage[], maxReceiveCount: number): [QueueMessage[], QueueMessage[]] {
  const isExhausted = ({ receiveCount }: QueueMessage) => receiveCount >= maxReceiveCount;
  return [messages.filter(isExhausted), messages.filter((message) => !isExhausted(message))];
}

function receive({ store }: LocalAws, message: QueueMessage, now: number, hiddenMs: number): QueueMessage {
  store.queueMessages.markReceived(message.id, now, now + hiddenMs);
  return {
    ...message,
    receiveCount: message.receiveCount + 1,
    firstReceivedAt: message.firstReceivedAt ?? now,
  };
}

/** The message keeps its id, and the age by which it expires; how often it was received begins anew. */
function moveTo(aws: LocalAws, deadLetters: Queue, source: Queue, message: QueueMessage): void {
  const { store, clock, arrivals } = aws;
  store.queueMessages.remove(message.id);
  store.queueMessages.insert(deadLetters.ordinal, {
    ...message,
    systemAttributes: { ...message.systemAttributes, DeadLetterQueueSourceArn: source.arn },
    visibleAt: clock.now(),
  });
  arrivals.announce(deadLetters.arn);
}
