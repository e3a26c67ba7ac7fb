import type { JsonOperation } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { MAX_MESSAGE_BYTES } from "./attribute-rules.ts";
import { readEntries, refusal, runEntries } from "./batch.ts";
import { enqueue } from "./enqueue.ts";
import { md5OfAttributes, md5OfBody } from "./message-attributes.ts";
import { readMessage } from "./message-input.ts";
import { requireQueue } from "./queue-call.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
export const sendMessage: JsonOperation = (aws, call) => send(aws, requireQueue(aws, call), call.input);

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html */
export const sendMessageBatch: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  const entries = readEntries(call.input, "SendMessageBatchRequestEntry");
  const bytes = entries.reduce((sum, { input }) => sum + bytesOf(input), 0);
  if (bytes > MAX_MESSAGE_BYTES)
    throw refusal(
      "BatchRequestTooLong",
      `Batch requests cannot be longer than ${MAX_MESSAGE_BYTES} bytes. You have sent ${bytes} bytes.`,
    );
  return runEntries(entries, ({ input }) => send(aws, queue, input));
};

function send(aws: LocalAws, queue: Queue, input: JsonInput): object {
  const message = readMessage(queue, input);
  const { messageId, sequenceNumber } = enqueue(aws, queue, message, aws.account);
  const { traceHeader } = message;
  return {
    MessageId: messageId,
    MD5OfMessageBody: md5OfBody(message.body),
    MD5OfMessageAttributes: md5OfAttributes(message.attributes),
    MD5OfMessageSystemAttributes:
      traceHeader === undefined
        ? undefined
        : md5OfAttributes({ AWSTraceHeader: { DataType: "String", StringValue: traceHeader } }),
    SequenceNumber: sequenceNumber,
  };
}

/** The size of an entry's body. Its attributes, a few hundred bytes at most, count when the entry itself is measured. */
function bytesOf(input: JsonInput): number {
  return Buffer.byteLength(input.text("MessageBody") ?? "");
}
