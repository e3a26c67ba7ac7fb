import type { Protocol, Status } from "@/lib/subscriptions/constants";

/** What has happened, and what comes next, after a subscription was added. */
export function addedMessage(added: { protocol: Protocol; endpoint: string; status: Status }): string {
  const { protocol, endpoint, status } = added;
  if (status === "confirmed") return `Subscription added. ${endpoint} is confirmed and delivers now.`;
  switch (protocol) {
    case "email":
    case "email-json":
      return `Subscription added. AWS sent a confirmation to ${endpoint}: it stays Pending until the link in it is clicked, within 48 hours.`;
    case "http":
    case "https":
      return `Subscription added. AWS posts a confirmation request to ${endpoint}: it stays Pending until the receiver visits the SubscribeURL in it, within 48 hours.`;
    case "sqs":
    case "lambda":
    case "application":
    case "sms":
    case "firehose":
      return `Subscription added. AWS asked ${endpoint} for confirmation, as it belongs to another account: it stays Pending until its owner confirms, within 48 hours.`;
    default:
      return protocol satisfies never;
  }
}
