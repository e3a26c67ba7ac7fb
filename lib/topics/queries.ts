import "server-only";
import { asc, eq } from "drizzle-orm";
import { getDb } from "@/db/client";
import { topics } from "@/db/schema/topics";
import { AppError } from "@/lib/errors";

export type Topic = typeof topics.$inferSelect;

/** All managed topics, oldest first. */
export function listTopics(): Topic[] {
  return getDb().select().from(topics).orderBy(asc(topics.createdAt), asc(topics.name)).all();
}

/** The topic, or undefined. */
export function findTopic(id: string): Topic | undefined {
  return getDb().select().from(topics).where(eq(topics.id, id)).get();
}

/** The topic that the console manages under this ARN, or undefined. */
export function findTopicByArn(arn: string): Topic | undefined {
  return getDb().select().from(topics).where(eq(topics.arn, arn)).get();
}

/** The topic. @throws AppError("not_found") when the console does not manage it (any more). */
export function getTopic(id: string): Topic {
  const topic = findTopic(id);
  if (!topic)
    throw new AppError("not_found", "The console no longer manages this topic. Choose another one.");
  return topic;
}
