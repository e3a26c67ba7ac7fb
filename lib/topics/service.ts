import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { topics } from "@/db/schema/topics";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { parseTopicArn } from "@/lib/aws/arn";
import { liveAws } from "@/lib/aws/live";
import type { ProductId } from "@/lib/catalog";
import { removeChannelsOf } from "@/lib/chat/service/remove";
import { AppError } from "@/lib/errors";
import { deriveAgain } from "@/lib/subscriptions/service/store";
import { getTopic, type Topic } from "./queries.ts";

/**
 * Begins to manage a topic that exists at AWS.
 * @throws AppError: "invalid" for a bad ARN, "conflict" when it is managed already, "not_found" when AWS does not
 * know it, or what AWS refused.
 */
export async function addTopic(
  { actor, arn, products }: { actor: Actor; arn: string; products: ProductId[] },
  aws = liveAws(),
): Promise<Topic> {
  const parts = parseTopicArn(arn);
  if (!parts) throw fieldError("arn", "Enter the ARN of an SNS topic: arn:aws:sns:region:account:name.");
  if (parts.name.endsWith(".fifo"))
    throw fieldError(
      "arn",
      "FIFO topics deliver to SQS only. Choose the standard topic the product publishes to.",
    );
  const { requestId } = await aws.sns.checkTopic(arn);
  return getDb().transaction((tx) => {
    if (tx.select().from(topics).where(eq(topics.arn, arn)).get())
      throw new AppError("conflict", "The console manages this topic already.", {
        fieldErrors: { arn: ["The console manages this topic already."] },
      });
    const { region, accountId, name } = parts;
    const topic = tx
      .insert(topics)
      .values({ id: topicIdOf(arn), arn, name, region, accountId, products, createdAt: new Date() })
      .returning()
      .get();
    const after = { arn, products };
    recordAudit(tx, {
      actor,
      action: "topic.add",
      subject: topic,
      before: null,
      after,
      awsRequestId: requestId,
    });
    return topic;
  });
}

/** The same whenever the topic is managed again, so that its history is found again. */
function topicIdOf(arn: string): string {
  return createHash("sha256").update(arn).digest("hex").slice(0, 32);
}

/** Says which products publish to the topic, and reads its subscriptions' filters anew against them. */
export function setTopicProducts({
  actor,
  id,
  products,
}: {
  actor: Actor;
  id: string;
  products: ProductId[];
}): Topic {
  const before = getTopic(id);
  return getDb().transaction((tx) => {
    const after = tx.update(topics).set({ products }).where(eq(topics.id, id)).returning().get() ?? before;
    deriveAgain(tx, after);
    recordAudit(tx, {
      actor,
      action: "topic.set-products",
      subject: before,
      before: { products: before.products },
      after: { products },
    });
    return after;
  });
}

/**
 * Stops managing a topic. Its subscriptions stay at AWS untouched, the console only forgets them; its chat channels are
 * the console's own and go.
 */
export function removeTopic({ actor, id }: { actor: Actor; id: string }) {
  const topic = getTopic(id);
  getDb().transaction((tx) => {
    removeChannelsOf(tx, actor, id);
    tx.delete(topics).where(eq(topics.id, id)).run();
    const before = { arn: topic.arn, products: topic.products };
    recordAudit(tx, { actor, action: "topic.remove", subject: topic, before, after: null });
  });
}

function fieldError(field: string, message: string) {
  return new AppError("invalid", message, { fieldErrors: { [field]: [message] } });
}
