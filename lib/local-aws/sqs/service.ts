import type { JsonOperation, JsonService } from "../json-service.ts";
import { changeMessageVisibility, changeMessageVisibilityBatch } from "./change-visibility.ts";
import { createQueue } from "./create-queue.ts";
import { deleteMessage, deleteMessageBatch } from "./delete-message.ts";
import { QUERY_CODES } from "./errors.ts";
import { getQueueAttributes, setQueueAttributes } from "./queue-attributes.ts";
import { deleteQueue, getQueueUrl, listQueues, purgeQueue } from "./queues.ts";
import { receiveMessage } from "./receive-message.ts";
import { sendMessage, sendMessageBatch } from "./send-message.ts";
import { listQueueTags, tagQueue, untagQueue } from "./tags.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_Operations.html */
export const SQS: JsonService = {
  target: "AmazonSQS",
  version: "1.0",
  signingName: "sqs",
  namespace: "com.amazonaws.sqs",
  queryCodes: QUERY_CODES,
  operations: new Map(
    Object.entries<JsonOperation>({
      ChangeMessageVisibility: changeMessageVisibility,
      ChangeMessageVisibilityBatch: changeMessageVisibilityBatch,
      CreateQueue: createQueue,
      DeleteMessage: deleteMessage,
      DeleteMessageBatch: deleteMessageBatch,
      DeleteQueue: deleteQueue,
      GetQueueAttributes: getQueueAttributes,
      GetQueueUrl: getQueueUrl,
      ListQueues: listQueues,
      ListQueueTags: listQueueTags,
      PurgeQueue: purgeQueue,
      ReceiveMessage: receiveMessage,
      SendMessage: sendMessage,
      SendMessageBatch: sendMessageBatch,
      SetQueueAttributes: setQueueAttributes,
      TagQueue: tagQueue,
      UntagQueue: untagQueue,
    }),
  ),
};
