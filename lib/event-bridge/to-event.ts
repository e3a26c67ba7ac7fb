import type { NewEvent } from "@/lib/aws/ports";
import { eventBridgeDetailType, isNotificationType } from "@/lib/catalog";
import { EVENT_SOURCE, PLAIN_DETAIL_TYPE } from "./constants.ts";

/** What an event is made of: a stored notification, or a sample. */
export type EventMatter = {
  topicArn: string;
  type: string | null;
  subject: string | null;
  attributes: Readonly<Record<string, { readonly type: string; readonly value: string }>>;
  body: string;
  publishedAt: Date;
};

/**
 * The event of one notification: `detail` holds the message as it was published to SNS, the body as text. A subject
 * that was not given is left out, as SNS leaves it out.
 */
export function toEvent({ topicArn, type, subject, attributes, body, publishedAt }: EventMatter): NewEvent {
  const detail = {
    TopicArn: topicArn,
    ...(subject !== null && { Subject: subject }),
    Message: body,
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { type: DataType, value }]) => [
        name,
        DataType.startsWith("Binary") ? { DataType, BinaryValue: value } : { DataType, StringValue: value },
      ]),
    ),
  };
  return {
    source: EVENT_SOURCE,
    detailType: detailTypeOf(type),
    detail: JSON.stringify(detail),
    time: publishedAt,
  };
}

/**
 * The type in PascalCase, one that the catalog does not know too, so that a rule for a new type works before the
 * console knows it. A message without a type, or with one that reads like no name, is a "Notification".
 */
export function detailTypeOf(type: string | null): string {
  if (type === null) return PLAIN_DETAIL_TYPE;
  if (isNotificationType(type)) return eventBridgeDetailType(type);
  return /^[A-Za-z][A-Za-z0-9_.-]{0,127}$/.test(type)
    ? type.charAt(0).toUpperCase() + type.slice(1)
    : PLAIN_DETAIL_TYPE;
}
