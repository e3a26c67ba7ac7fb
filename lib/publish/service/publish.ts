import "server-only";
import { randomUUID } from "node:crypto";
import type { Issue } from "@/lib/actions/check-json";
import { fieldErrorsOf } from "@/lib/actions/field-errors";
import { jsonPointer } from "@/lib/actions/json-pointer";
import { liveAws } from "@/lib/aws/live";
import type { Publication } from "@/lib/aws/ports";
import type { NotificationType, ProductId } from "@/lib/catalog";
import { AppError } from "@/lib/errors";
import { listTopics, type Topic } from "@/lib/topics/queries";
import { chooseTopic } from "../choose-topic.ts";
import { type Publishable, toPublication } from "../to-publication.ts";

/**
 * Publishes one notification to a topic, as the product would; the product is the topic's only one that publishes the
 * type, unless it is named.
 * @throws AppError with the JSON pointer of each wrong field, or what AWS refused.
 */
export async function publishNotification(
  notification: {
    topic: Topic;
    product?: ProductId | undefined;
    type: NotificationType;
    body: unknown;
    scanType?: string | undefined;
    drill?: boolean | undefined;
  },
  aws = liveAws(),
): Promise<{ messageId: string; requestId: string | undefined }> {
  const { topic, ...asked } = notification;
  const { product } = chooseTopic([topic], asked);
  const [outcome] = await aws.sns.publish([publicationOf({ ...asked, topicArn: topic.arn, product })]);
  if (!outcome) throw new Error("The port answered nothing.");
  if (!outcome.ok) throw outcome.error;
  return { messageId: outcome.messageId, requestId: outcome.requestId };
}

type Asked = Omit<Publishable, "topicArn" | "product"> & Partial<Pick<Publishable, "topicArn" | "product">>;

/** What is sent for a notification, to the topic it names or the only one that carries it. @throws AppError */
export function prepare(asked: Asked): Publication {
  const { topic, product } = chooseTopic(listTopics(), asked);
  return publicationOf({ ...asked, topicArn: topic.arn, product });
}

function publicationOf(publishable: Publishable): Publication {
  const made = toPublication(publishable, { id: randomUUID(), now: new Date().toISOString() });
  if (!made.ok) throw malformed(made.issues);
  return made.value;
}

/** A refusal that names every wrong field by its JSON pointer. */
export function malformed(issues: readonly Issue[]): AppError {
  const fieldErrors = fieldErrorsOf(issues, jsonPointer);
  const n = issues.length;
  return new AppError("invalid", n === 1 ? "One field is wrong." : `${n} fields are wrong.`, { fieldErrors });
}
