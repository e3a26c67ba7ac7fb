import type { JsonOperation } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { readEntries, refusal, runEntries } from "./batch.ts";
import { invalidValue, missingParameter } from "./errors.ts";
import { readBounded, requireQueue, requireText } from "./queue-call.ts";
import { findByReceipt } from "./receipt-handle.ts";
import { MAX_VISIBILITY_SECONDS } from "./receive-message.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html */
export const changeMessageVisibility: JsonOperation = (aws, call) =>
  change(aws, requireQueue(aws, call), call.input);

export const changeMessageVisibilityBatch: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  const entries = readEntries(call.input, "ChangeMessageVisibilityBatchRequestEntry");
  return runEntries(entries, ({ input }) => change(aws, queue, input));
};

function change(aws: LocalAws, queue: Queue, input: JsonInput): object {
  const handle = requireText(input, "ReceiptHandle");
  const seconds = readBounded(input, "VisibilityTimeout", 0, MAX_VISIBILITY_SECONDS);
  if (seconds === undefined) throw missingParameter("VisibilityTimeout");
  const message = findByReceipt(aws, queue, handle);
  if (!message)
    throw invalidValue(
      handle,
      "ReceiptHandle",
      "Message does not exist or is not available for visibility timeout change.",
    );
  const now = aws.clock.now();
  if (message.visibleAt <= now) throw refusal("MessageNotInflight", "The specified message isn't in flight.");
  aws.store.queueMessages.setVisibleAt(message.id, now + seconds * 1000);
  aws.arrivals.announce(queue.arn);
  return {};
}
