import type { ConfirmationType } from "./documents.ts";

interface Post {
  type: ConfirmationType | "Notification";
  messageId: string;
  topicArn: string;
  subscriptionArn: string;
  raw: boolean;
  /** `headerContentType` of the delivery policy; SNS sends plain text unless told otherwise. */
  contentType?: string | undefined;
}

/** https://docs.aws.amazon.com/sns/latest/dg/http-header.html */
export function httpHeaders({ type, messageId, topicArn, subscriptionArn, raw, contentType }: Post) {
  const headers: Record<string, string> = {
    "x-amz-sns-message-type": type,
    "x-amz-sns-message-id": messageId,
    "x-amz-sns-topic-arn": topicArn,
    "Content-Type": contentType ?? "text/plain; charset=UTF-8",
    "User-Agent": "Amazon Simple Notification Service Agent",
  };
  if (type !== "SubscriptionConfirmation") headers["x-amz-sns-subscription-arn"] = subscriptionArn;
  if (raw) headers["x-amz-sns-rawdelivery"] = "true";
  return headers;
}
