import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTopicCommand,
  GetSubscriptionAttributesCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
  type SubscribeCommandInput,
} from "@aws-sdk/client-sns";
import { CreateQueueCommand, GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, vi } from "vitest";
import type { listDeliveries, listMails } from "./control/listings.ts";
import { type LocalAwsOptions, type RunningLocalAws, startLocalAws } from "./server.ts";

// hundreds of real requests take their time on a busy machine; the limit is for hangs
vi.setConfig({ testTimeout: 30_000 });

type Mail = ReturnType<typeof listMails>["mails"][number];
type Delivery = ReturnType<typeof listDeliveries>["deliveries"][number];

interface ClientConfiguration {
  region: string;
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
}

/** A server of one test file, talked to with the real SDK and over its own HTTP surface. */
export class TestAws {
  readonly dataDir = mkdtempSync(join(tmpdir(), "local-aws-"));
  #running: RunningLocalAws | undefined;
  #client: SNSClient | undefined;
  #queueClient: SQSClient | undefined;
  readonly #clients = new Map<unknown, { destroy(): void }>();

  async start(options: Partial<LocalAwsOptions> = {}): Promise<void> {
    this.#running = await startLocalAws({ port: 0, dataDir: this.dataDir, ...options });
    this.#client = this.clientFor("us-east-1");
    this.#queueClient = this.queueClientFor("us-east-1");
  }

  async stop(): Promise<void> {
    this.#client?.destroy();
    this.#queueClient?.destroy();
    for (const client of this.#clients.values()) client.destroy();
    this.#clients.clear();
    await this.#running?.close();
    this.#running = undefined;
  }

  async restart(options: Partial<LocalAwsOptions> = {}): Promise<void> {
    await this.stop();
    await this.start(options);
  }

  removeData(): void {
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  get url(): string {
    if (!this.#running) throw new Error("The server is not running");
    return this.#running.url;
  }

  get sns(): SNSClient {
    if (!this.#client) throw new Error("The server is not running");
    return this.#client;
  }

  clientFor(region: string, maxAttempts = 1): SNSClient {
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    return new SNSClient({ region, endpoint: this.url, credentials, maxAttempts });
  }

  /** The client of another service, made once a start: `aws.client(EventBridgeClient)`. */
  client<T extends { destroy(): void }>(Client: new (configuration: ClientConfiguration) => T): T {
    const known = this.#clients.get(Client);
    // the map holds under each class what that class made
    if (known) return known as T;
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    const client = new Client({ region: "us-east-1", endpoint: this.url, credentials, maxAttempts: 1 });
    this.#clients.set(Client, client);
    return client;
  }

  get sqs(): SQSClient {
    if (!this.#queueClient) throw new Error("The server is not running");
    return this.#queueClient;
  }

  queueClientFor(region: string, maxAttempts = 1): SQSClient {
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    return new SQSClient({ region, endpoint: this.url, credentials, maxAttempts });
  }

  /** A queue no other test uses. */
  async newQueue(Attributes: Record<string, string> = {}): Promise<{ QueueUrl: string; arn: string }> {
    const QueueName = `queue-${randomUUID()}${Attributes.FifoQueue ? ".fifo" : ""}`;
    const created = await this.sqs.send(new CreateQueueCommand({ QueueName, Attributes }));
    const QueueUrl = String(created.QueueUrl);
    const shown = await this.sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["QueueArn"] }),
    );
    return { QueueUrl, arn: String(shown.Attributes?.QueueArn) };
  }

  /** A topic no other test uses. */
  async newTopic(Attributes: Record<string, string> = {}): Promise<string> {
    const Name = `topic-${randomUUID()}${Attributes.FifoTopic ? ".fifo" : ""}`;
    const { TopicArn } = await this.sns.send(new CreateTopicCommand({ Name, Attributes }));
    return String(TopicArn);
  }

  /** Subscribes and returns the real ARN, that of a pending subscription too. */
  async subscribe(input: SubscribeCommandInput): Promise<string> {
    const output = await this.sns.send(new SubscribeCommand({ ReturnSubscriptionArn: true, ...input }));
    return String(output.SubscriptionArn);
  }

  async publish(TopicArn: string, Message: string, attributes: Record<string, string> = {}): Promise<string> {
    const pairs = Object.entries(attributes);
    const MessageAttributes = Object.fromEntries(
      pairs.map(([name, StringValue]) => [name, { DataType: "String", StringValue }]),
    );
    const { MessageId } = await this.sns.send(new PublishCommand({ TopicArn, Message, MessageAttributes }));
    return String(MessageId);
  }

  async attributesOf(SubscriptionArn: string): Promise<Record<string, string>> {
    const { Attributes } = await this.sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
    return Attributes ?? {};
  }

  async listedArns(TopicArn: string): Promise<(string | undefined)[]> {
    const { Subscriptions } = await this.sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
    return (Subscriptions ?? []).map(({ SubscriptionArn }) => SubscriptionArn);
  }

  /** An e-mail subscription whose link was opened. */
  async confirmedMailbox(TopicArn: string, input: Partial<SubscribeCommandInput> = {}): Promise<string> {
    const Endpoint = input.Endpoint ?? `${randomUUID()}@example.com`;
    const arn = await this.subscribe({ TopicArn, Protocol: "email", ...input, Endpoint });
    await fetch(await this.confirmLink(arn));
    return arn;
  }

  async mailsOf(subscriptionArn: string): Promise<Mail[]> {
    const { mails } = await this.control<{ mails: Mail[] }>("GET", "/_local/mails?limit=500");
    return mails.filter((mail) => mail.subscriptionArn === subscriptionArn);
  }

  /** The link in the newest confirmation mail of a subscription. */
  async confirmLink(subscriptionArn: string): Promise<string> {
    const [mail] = await this.mailsOf(subscriptionArn);
    if (!mail?.links.confirm) throw new Error(`No confirmation mail for ${subscriptionArn}`);
    return mail.links.confirm;
  }

  /** The token in the newest confirmation mail of a subscription. */
  async tokenOf(subscriptionArn: string): Promise<string> {
    return String(new URL(await this.confirmLink(subscriptionArn)).searchParams.get("Token"));
  }

  async deliveriesTo(endpoint: string): Promise<Delivery[]> {
    const { deliveries } = await this.control<{ deliveries: Delivery[] }>(
      "GET",
      "/_local/deliveries?limit=500",
    );
    return deliveries.filter((delivery) => delivery.endpoint === endpoint);
  }

  advance(advanceMs: number): Promise<unknown> {
    return this.control("POST", "/_local/clock", { advanceMs });
  }

  /** A control request that must succeed. */
  async control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.url + path, {
      method,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    // the caller names the shape it expects, and checks what it uses of it
    return (await response.json()) as T;
  }
}

/** Runs a server for all tests of the calling file. */
export function withLocalAws(options: Partial<LocalAwsOptions> = {}): TestAws {
  const aws = new TestAws();
  beforeAll(() => aws.start(options));
  afterAll(async () => {
    await aws.stop();
    aws.removeData();
  });
  return aws;
}

export interface Refusal {
  name: string;
  message: string;
  status: number | undefined;
}

/** Whether an error is an answer of AWS; each service's client has a class of its own for them. */
function isServiceException(error: unknown): error is Error & { $metadata: { httpStatusCode?: number } } {
  return error instanceof Error && "$fault" in error && "$metadata" in error;
}

/** How the SDK reports a refused call; fails when the call succeeds. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (!isServiceException(error)) throw error;
    return { name: error.name, message: error.message, status: error.$metadata.httpStatusCode };
  }
  throw new Error("The call was not refused");
}

/** A queue's policy that lets anything on this account's behalf send to it, by a service. */
export function policyFor(service: string): string {
  const statement = {
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sqs:SendMessage",
    Resource: "*",
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** What most refusals look like through the SDK. */
export function invalidParameter(detail: string): Refusal {
  return { name: "InvalidParameterException", message: `Invalid parameter: ${detail}`, status: 400 };
}
