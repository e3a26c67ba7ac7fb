import "server-only";
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  DeleteQueueCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { AppError } from "@/lib/errors";
import { answered, rethrow } from "./answer.ts";
import { nullWhenMissing } from "./errors.ts";
import type { QueueMessage, SqsPort } from "./ports.ts";

/** SQS's limit of one receive or one batch. */
const AT_ONCE = 10;

/** SQS through the SDK. `clientFor` gives the client of a region. */
export function sqsPort(clientFor: (region: string) => SQSClient): SqsPort {
  return {
    async createQueue(region, { name, attributes }) {
      const client = clientFor(region);
      const made = await client
        .send(new CreateQueueCommand({ QueueName: name, Attributes: { ...attributes } }))
        .catch(nullWhenNameTaken);
      const found = made ?? (await client.send(new GetQueueUrlCommand({ QueueName: name })).catch(rethrow));
      const url = given(found.QueueUrl, "QueueUrl");
      if (!made) await this.setAttributes(region, url, attributes);
      const { Attributes } = await client
        .send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ["QueueArn"] }))
        .catch(rethrow);
      return answered(found, { url, arn: given(Attributes?.QueueArn, "QueueArn") });
    },

    async getAttributes(region, QueueUrl) {
      const answer = await clientFor(region)
        .send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] }))
        .catch(nullWhenMissing);
      return answer && { ...answer.Attributes };
    },

    async setAttributes(region, QueueUrl, attributes) {
      const answer = await clientFor(region)
        .send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { ...attributes } }))
        .catch(rethrow);
      return answered(answer, undefined);
    },

    async receive(region, QueueUrl, { waitSeconds, visibilitySeconds, signal }) {
      const command = new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: AT_ONCE,
        WaitTimeSeconds: waitSeconds,
        VisibilityTimeout: visibilitySeconds,
        MessageSystemAttributeNames: ["ApproximateReceiveCount"],
      });
      try {
        const answer = await clientFor(region).send(command, signal ? { abortSignal: signal } : {});
        return (answer.Messages ?? []).flatMap(queueMessage);
      } catch (error) {
        if (signal?.aborted) return [];
        return rethrow(error);
      }
    },

    async deleteMessages(region, QueueUrl, receiptHandles) {
      const Entries = receiptHandles.map((ReceiptHandle, n) => ({ Id: String(n), ReceiptHandle }));
      const answer = await clientFor(region)
        .send(new DeleteMessageBatchCommand({ QueueUrl, Entries }))
        .catch(rethrow);
      return (answer.Failed ?? []).flatMap(({ Id }) => receiptHandles[Number(Id)] ?? []);
    },

    async deleteQueue(region, QueueUrl) {
      const answer = await clientFor(region)
        .send(new DeleteQueueCommand({ QueueUrl }))
        .catch(nullWhenMissing);
      return answer ? answered(answer, undefined) : { value: undefined, requestId: undefined };
    },
  };
}

/** A message without an id or a handle cannot be kept or deleted; SQS sends none. */
function queueMessage({ MessageId, ReceiptHandle, Body, Attributes }: Message): QueueMessage[] {
  if (!MessageId || !ReceiptHandle) return [];
  const receiveCount = Number(Attributes?.ApproximateReceiveCount ?? 1);
  return [{ messageId: MessageId, receiptHandle: ReceiptHandle, body: Body ?? "", receiveCount }];
}

/** CreateQueue refuses a name that is taken by a queue with other attributes: AWS names the error in two ways. */
function nullWhenNameTaken(error: unknown): null {
  if (error instanceof Error && ["QueueNameExists", "QueueAlreadyExists"].includes(error.name)) return null;
  return rethrow(error);
}

function given(value: string | undefined, name: string): string {
  if (value) return value;
  throw new AppError("upstream", `AWS answered without ${name}, so the queue cannot be used.`);
}
