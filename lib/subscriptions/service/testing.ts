import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CreateTopicCommand } from "@aws-sdk/client-sns";
import { eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { subscriptions } from "@/db/schema/subscriptions";
import { testDb } from "@/db/testing";
import type { Actor } from "@/lib/auth/actor";
import { startTestAws, type TestAws } from "@/lib/aws/testing";
import type { ProductId } from "@/lib/catalog";
import { addTopic } from "@/lib/topics/service";
import type { CreateSubscriptionInput } from "../schema.ts";

export const administrator: Actor = {
  kind: "user",
  id: "u1",
  name: "Ada",
  email: "ada@example.com",
  role: "administrator",
};

/** A fresh database, a fresh embedded AWS, and one managed topic. */
export async function testHouse(products: ProductId[] = ["antivirus"]) {
  testDb();
  const dir = mkdtempSync(path.join(tmpdir(), "console-test-"));
  const aws: TestAws = await startTestAws(dir);
  const { TopicArn } = await aws.client.send(new CreateTopicCommand({ Name: "Notifications" }));
  const topic = await addTopic({ actor: administrator, arn: TopicArn ?? "", products }, aws.ports);
  return {
    aws,
    topic,
    input: (change: Partial<CreateSubscriptionInput> = {}): CreateSubscriptionInput => ({
      topicId: topic.id,
      types: ["scanResult"],
      results: ["Infected"],
      buckets: [],
      accounts: [],
      protocol: "email",
      endpoint: "security@example.com",
      rawDelivery: false,
      deadLetterQueueArn: "",
      subscriptionRoleArn: "",
      ...change,
    }),
    rows: () => getDb().select().from(subscriptions).all(),
    row: (id: string) => {
      const row = getDb().select().from(subscriptions).where(eq(subscriptions.id, id)).get();
      if (!row) throw new Error(`no row ${id}`);
      return row;
    },
    audit: () => getDb().select().from(auditEntries).all(),
    async close() {
      await aws.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export type TestHouse = Awaited<ReturnType<typeof testHouse>>;
