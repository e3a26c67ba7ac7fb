import type { JsonOperation } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { readEntries, runEntries } from "./batch.ts";
import { requireQueue, requireText } from "./queue-call.ts";
import { findByReceipt } from "./receipt-handle.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html */
export const deleteMessage: JsonOperation = (aws, call) => remove(aws, requireQueue(aws, call), call.input);

export const deleteMessageBatch: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  const entries = readEntries(call.input, "DeleteMessageBatchRequestEntry");
  return runEntries(entries, ({ input }) => remove(aws, queue, input));
};

/** Deleting again, or by a receipt that is no longer the newest, succeeds and does nothing. */
function remove(aws: LocalAws, queue: Queue, input: JsonInput): object {
  const message = findByReceipt(aws, queue, requireText(input, "ReceiptHandle"));
  if (!message) return {};
  aws.store.queueMessages.remove(message.id);
  // in a FIFO queue the next of its group is free now
  if (message.orderedGroup !== null) aws.arrivals.announce(queue.arn);
  return {};
}
