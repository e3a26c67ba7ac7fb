import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CloudWatchLogsClient, paginateFilterLogEvents } from "@aws-sdk/client-cloudwatch-logs";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { afterEach, beforeEach, vi } from "vitest";
import { testDb } from "@/db/testing";
import { startTestAws, type TestAws } from "../aws/testing.ts";

export const REGION = "us-east-1";

/** A fresh database and an AWS of its own for each test of the file. */
export function withAws(): { readonly aws: TestAws } {
  let aws: TestAws;
  let dataDir: string;
  beforeEach(async () => {
    vi.stubEnv("AWS_REGION", REGION);
    testDb();
    dataDir = mkdtempSync(path.join(tmpdir(), "event-bridge-"));
    aws = await startTestAws(dataDir);
  });
  afterEach(async () => {
    await aws.close();
    rmSync(dataDir, { recursive: true });
  });
  return {
    get aws() {
      return aws;
    },
  };
}

/** The messages in a log group, as text, in the order in which they came. */
export async function readLogGroup(aws: TestAws, logGroupName: string): Promise<string[]> {
  const client = new CloudWatchLogsClient(aws.settings(REGION));
  try {
    const messages: string[] = [];
    for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName }))
      messages.push(...events.map(({ message }) => message ?? ""));
    return messages;
  } finally {
    client.destroy();
  }
}

/** Does something with an EventBridge client behind the console's back. */
export async function behindItsBack<T>(
  aws: TestAws,
  work: (client: EventBridgeClient) => Promise<T>,
): Promise<T> {
  const client = new EventBridgeClient(aws.settings(REGION));
  try {
    return await work(client);
  } finally {
    client.destroy();
  }
}
