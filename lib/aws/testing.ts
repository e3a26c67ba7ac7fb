import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { startLocalAws } from "../local-aws/server.ts";
import { clientPerRegion } from "./client-per-region.ts";
import { eventsPort } from "./events.ts";
import { logsPort } from "./logs.ts";
import type { AwsPorts } from "./ports.ts";
import { sesPort } from "./ses.ts";
import { snsPort } from "./sns.ts";
import { sqsPort } from "./sqs.ts";

type ClientSettings = {
  region: string;
  endpoint: string;
  credentials: { accessKeyId: string; secretAccessKey: string };
  maxAttempts: number;
};

/** `drop` breaks the connection: at once, or instead of the answer, when the call has done its work. */
type Fault = { operation: string; times: number } & (
  | { code: string; status: number; message?: string }
  | { drop: true | "answer" }
);

export type TestAws = {
  url: string;
  ports: AwsPorts;
  /** A client of its own, to do things behind the console's back. */
  client: SNSClient;
  clientFor(region: string): SNSClient;
  /** For a client of another service. */
  settings(region: string): ClientSettings;
  /** What goes wrong at the next calls. */
  faults(faults: Fault[]): Promise<void>;
  /** What keeps SES from sending. What is not named stays as it is. */
  sending(state: { sandbox?: boolean; paused?: boolean; suspended?: boolean }): Promise<void>;
  /** Runs AWS's clock forward. */
  advance(ms: number): Promise<void>;
  /** Lets listings and attributes lag behind what was answered. */
  delayVisibility(ms: number): Promise<void>;
  close(): Promise<void>;
};

/** An embedded AWS of the test's own on a free port, spoken to through the real SDK. */
export async function startTestAws(dataDir: string): Promise<TestAws> {
  const server = await startLocalAws({ port: 0, dataDir });
  const settings = (region: string): ClientSettings => ({
    region,
    endpoint: server.url,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
  const made: { destroy(): void }[] = [];
  const clients = <Client extends { destroy(): void }>(Service: new (s: ClientSettings) => Client) =>
    clientPerRegion((region) => {
      const client = new Service(settings(region));
      made.push(client);
      return client;
    });
  const clientFor = clients(SNSClient);
  const mailClientFor = clients(SESv2Client);
  return {
    url: server.url,
    ports: {
      sns: snsPort(clientFor),
      sqs: sqsPort(clients(SQSClient)),
      events: eventsPort(clients(EventBridgeClient)),
      logs: logsPort(clients(CloudWatchLogsClient)),
      ses: sesPort(mailClientFor, mailClientFor),
    },
    client: clientFor("us-east-1"),
    clientFor,
    settings,
    faults: (faults) => control(server.url, "PUT", "faults", { faults }),
    sending: (state) => control(server.url, "PUT", "sending", state),
    advance: (advanceMs) => control(server.url, "POST", "clock", { advanceMs }),
    delayVisibility: (delayMs) => control(server.url, "PUT", "visibility", { delayMs }),
    async close() {
      for (const client of made) client.destroy();
      await server.close();
    },
  };
}

async function control(url: string, method: "POST" | "PUT", name: string, body: unknown) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/_local/${name}`, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
}
