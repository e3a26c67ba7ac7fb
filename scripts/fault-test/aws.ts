import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from "@aws-sdk/client-eventbridge";
import { PublishBatchCommand, SNSClient } from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";
import { scanResult } from "./scan-result.ts";

const region = "us-east-1";
const account = "123456789012";
const RULE = "fault-test";
const BATCH = 10;

export type Events = { queueUrl: string };

/** The test's own clients of the embedded AWS, patient enough to get through every fault. */
export function connect(endpoint: string) {
  const settings = {
    region,
    endpoint,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 10,
  };
  const sns = new SNSClient(settings);
  const sqs = new SQSClient({ ...settings, useQueueUrlAsEndpoint: false });
  const events = new EventBridgeClient(settings);

  return {
    /** A rule on the default bus that puts every event of the product into a queue. */
    async catchEvents(): Promise<Events> {
      const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName: RULE }));
      const queueArn = `arn:aws:sqs:${region}:${account}:${RULE}`;
      const Policy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: "events.amazonaws.com" },
            Action: "sqs:SendMessage",
            Resource: queueArn,
          },
        ],
      });
      await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: { Policy } }));
      const EventPattern = JSON.stringify({ source: ["cloud-storage-security"] });
      await events.send(new PutRuleCommand({ Name: RULE, EventPattern }));
      await events.send(new PutTargetsCommand({ Rule: RULE, Targets: [{ Id: "queue", Arn: queueArn }] }));
      return { queueUrl: QueueUrl };
    },

    /** Publishes so many notifications, each with its number as the object's key. @returns their MessageIds. */
    async publish(
      topicArn: string,
      count: number,
      onProgress: (published: number) => void,
    ): Promise<string[]> {
      const ids: string[] = [];
      for (let from = 0; from < count; from += BATCH) {
        const PublishBatchRequestEntries = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) =>
          scanResult(from + n),
        );
        const command = new PublishBatchCommand({ TopicArn: topicArn, PublishBatchRequestEntries });
        const { Successful = [], Failed = [] } = await sns.send(command);
        if (Failed.length > 0) throw new Error(`Publishing failed: ${JSON.stringify(Failed)}`);
        ids.push(...Successful.flatMap(({ MessageId }) => MessageId ?? []));
        onProgress(ids.length);
      }
      return ids;
    },

    /** How often each number came through EventBridge. */
    async countEvents({ queueUrl }: Events): Promise<Map<number, number>> {
      const seen = new Map<number, number>();
      for (;;) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({
            QueueUrl: queueUrl,
            MaxNumberOfMessages: BATCH,
            VisibilityTimeout: 600,
          }),
        );
        if (Messages.length === 0) return seen;
        for (const { Body = "" } of Messages) {
          const key = numberOf(Body);
          seen.set(key, (seen.get(key) ?? 0) + 1);
        }
        const Entries = Messages.map(({ ReceiptHandle }, n) => ({ Id: String(n), ReceiptHandle }));
        await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
      }
    },
  };
}

function numberOf(event: string): number {
  const { detail } = JSON.parse(event);
  return Number(JSON.parse(detail.Message).key);
}

/** One call in ten fails, half of them as throttling, half as a fault of AWS. */
export async function makeTrouble(url: string) {
  const times = 1_000_000;
  const faults = [
    { operation: "*", code: "Throttling", status: 400, times, rate: 0.05 },
    { operation: "*", code: "InternalFailure", status: 500, times, rate: 0.05 },
  ];
  await putFaults(url, faults);
}

/** AWS answers everything again. */
export const endTrouble = (url: string) => putFaults(url, []);

async function putFaults(url: string, faults: object[]) {
  const response = await fetch(`${url}/_local/faults`, { method: "PUT", body: JSON.stringify({ faults }) });
  if (!response.ok) throw new Error(`faults: ${response.status} ${await response.text()}`);
}
