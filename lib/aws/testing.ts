import { SNSClient } from "@aws-sdk/client-sns";
import { startLocalAws } from "../local-aws/server.ts";
import type { AwsPorts } from "./ports.ts";
import { snsPort } from "./sns.ts";

export type TestAws = {
  url: string;
  ports: AwsPorts;
  /** A client of its own, to do things behind the console's back. */
  client: SNSClient;
  clientFor(region: string): SNSClient;
  /** What goes wrong at the next calls. */
  faults(
    faults: { operation: string; code: string; status: number; message?: string; times: number }[],
  ): Promise<void>;
  /** Runs AWS's clock forward. */
  advance(ms: number): Promise<void>;
  /** Lets listings and attributes lag behind what was answered. */
  delayVisibility(ms: number): Promise<void>;
  close(): Promise<void>;
};

/** An embedded AWS of the test's own on a free port, spoken to through the real SDK. */
export async function startTestAws(dataDir: string): Promise<TestAws> {
  const server = await startLocalAws({ port: 0, dataDir });
  const connect = (region: string) =>
    new SNSClient({
      region,
      endpoint: server.url,
      credentials: { accessKeyId: "local", secretAccessKey: "local" },
      maxAttempts: 1,
    });
  const clients = new Map<string, SNSClient>();
  const clientFor = (region: string) => {
    const client = clients.get(region) ?? connect(region);
    clients.set(region, client);
    return client;
  };
  return {
    url: server.url,
    ports: { sns: snsPort(clientFor) },
    client: clientFor("us-east-1"),
    clientFor,
    faults: (faults) => control(server.url, "PUT", "faults", { faults }),
    advance: (advanceMs) => control(server.url, "POST", "clock", { advanceMs }),
    delayVisibility: (delayMs) => control(server.url, "PUT", "visibility", { delayMs }),
    async close() {
      for (const client of clients.values()) client.destroy();
      await server.close();
    },
  };
}

async function control(url: string, method: "POST" | "PUT", name: string, body: unknown) {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/_local/${name}`, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${await response.text()}`);
}
