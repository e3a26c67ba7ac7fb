import type { LocalAws } from "../local-aws.ts";
import type { QueueMessage } from "../store/queue-messages.ts";
import type { Queue } from "../store/queues.ts";
import { AwsError } from "../wire/errors.ts";

/**
 * What a receiver names a message by. It says of which receipt it is: only the newest counts, as SQS asks of its
 * clients without promising what older ones do.
 */
export function receiptHandleOf(queue: Queue, { id }: QueueMessage, receipt: number): string {
  return Buffer.from(`receipt ${receipt} of message ${id} in queue ${queue.ordinal}`).toString("base64");
}

/**
 * The message a receipt handle names, and null when it was deleted or given out again since.
 *
 * @throws AwsError `ReceiptHandleIsInvalid` for a text that is no handle of this queue.
 */
export function findByReceipt({ store }: LocalAws, queue: Queue, handle: string): QueueMessage | null {
  const text = Buffer.from(handle, "base64").toString("utf8");
  const [, receipt, id, ordinal] =
    /^receipt (\d{1,10}) of message (\d{1,15}) in queue (\d{1,10})$/.exec(text) ?? [];
  if (Number(ordinal) !== queue.ordinal)
    throw new AwsError(
      "ReceiptHandleIsInvalid",
      404,
      `The input receipt handle "${handle}" is not a valid receipt handle.`,
    );
  const message = store.queueMessages.find(queue.ordinal, Number(id));
  return message?.receiveCount === Number(receipt) ? message : null;
}
