import { randomUUID } from "node:crypto";
import { isFifo } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import { removeExpired } from "./expiry.ts";
import type { SentMessage } from "./message-input.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html */
const DEDUPLICATION_MS = 5 * 60_000;

export interface Enqueued {
  messageId: string;
  /** FIFO queues number their messages. */
  sequenceNumber: string | undefined;
}

/** Puts a checked message into a queue and wakes who waits for it. A FIFO queue keeps a repeated message once. */
export function enqueue(
  aws: LocalAws,
  queue: Queue,
  message: Omit<SentMessage, "bytes">,
  senderId: string,
): Enqueued {
  const { store, clock } = aws;
  const now = clock.now();
  removeExpired(aws, queue);
  const { groupId, deduplicationId } = message;
  const known =
    deduplicationId === undefined ? undefined : store.deduplications.find(queue.arn, deduplicationId, now);
  if (known) return known;
  const messageId = randomUUID();
  const sequenceNumber = isFifo(queue.name) ? store.queues.nextSequenceNumber(queue) : undefined;
  store.queueMessages.insert(queue.ordinal, {
    messageId,
    body: message.body,
    attributes: message.attributes,
    systemAttributes: present({
      SenderId: senderId,
      MessageGroupId: groupId,
      MessageDeduplicationId: deduplicationId,
      SequenceNumber: sequenceNumber,
      AWSTraceHeader: message.traceHeader,
    }),
    orderedGroup: isFifo(queue.name) ? (groupId ?? null) : null,
    sentAt: now,
    visibleAt: now + message.delaySeconds * 1000,
  });
  if (deduplicationId !== undefined && sequenceNumber !== undefined)
    store.deduplications.save(
      queue.arn,
      deduplicationId,
      { messageId, sequenceNumber },
      now + DEDUPLICATION_MS,
    );
  aws.arrivals.announce(queue.arn);
  return { messageId, sequenceNumber };
}

function present(values: Record<string, string | undefined>): Record<string, string> {
  const pairs = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return Object.fromEntries(pairs);
}
