import type { Protocol } from "./constants.ts";

const SQS_ARN = /^arn:(?:aws|aws-cn|aws-us-gov):sqs:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]{1,80}(?:\.fifo)?$/;
const LAMBDA_ARN =
  /^arn:(?:aws|aws-cn|aws-us-gov):lambda:[a-z0-9-]+:\d{12}:function:[A-Za-z0-9-_]{1,140}(?::[A-Za-z0-9-_$]+)?$/;
const APPLICATION_ARN =
  /^arn:(?:aws|aws-cn|aws-us-gov):sns:[a-z0-9-]+:\d{12}:endpoint\/[A-Z_]+\/[^/\s]+\/[0-9a-f-]+$/i;
const FIREHOSE_ARN =
  /^arn:(?:aws|aws-cn|aws-us-gov):firehose:[a-z0-9-]+:\d{12}:deliverystream\/[A-Za-z0-9_.-]{1,64}$/;
const ROLE_ARN = /^arn:(?:aws|aws-cn|aws-us-gov):iam::\d{12}:role\/[\w+=,.@/-]+$/;
// SNS takes what has a local part and a dotted domain; whether mail arrives there only the confirmation shows
const EMAIL =
  /^[^\s@<>(),;:"]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$/;
// E.164; SNS tolerates single separators between digits
const PHONE = /^\+?\d(?:[-/.]?\d){6,18}$/;

/** What to type, as the field's placeholder and hint. */
export const ENDPOINT_HINTS: Record<Protocol, { label: string; example: string }> = {
  email: { label: "E-mail address", example: "security@example.com" },
  "email-json": { label: "E-mail address", example: "security@example.com" },
  http: { label: "URL", example: "http://example.com/notifications" },
  https: { label: "URL", example: "https://example.com/notifications" },
  sqs: { label: "Queue ARN", example: "arn:aws:sqs:us-east-1:123456789012:scan-results" },
  lambda: { label: "Function ARN", example: "arn:aws:lambda:us-east-1:123456789012:function:on-scan-result" },
  application: {
    label: "Platform endpoint ARN",
    example: "arn:aws:sns:us-east-1:123456789012:endpoint/GCM/app/7e3f…",
  },
  sms: { label: "Phone number", example: "+15551234567" },
  firehose: {
    label: "Delivery stream ARN",
    example: "arn:aws:firehose:us-east-1:123456789012:deliverystream/scan-results",
  },
};

/** Why SNS would refuse the endpoint for the protocol, with the remedy; null when it is well formed. */
export function endpointProblem(protocol: Protocol, endpoint: string): string | null {
  const { label, example } = ENDPOINT_HINTS[protocol];
  if (endpoint === "") return `Enter the endpoint: ${label.toLowerCase()}, such as ${example}.`;
  return isEndpoint(protocol, endpoint) ? null : REMEDIES[protocol];
}

function isEndpoint(protocol: Protocol, endpoint: string): boolean {
  switch (protocol) {
    case "email":
    case "email-json":
      return endpoint.length <= 320 && EMAIL.test(endpoint);
    case "http":
    case "https":
      return isUrl(endpoint, protocol);
    case "sqs":
      return SQS_ARN.test(endpoint);
    case "lambda":
      return LAMBDA_ARN.test(endpoint);
    case "application":
      return APPLICATION_ARN.test(endpoint);
    case "sms":
      return PHONE.test(endpoint);
    case "firehose":
      return FIREHOSE_ARN.test(endpoint);
    default:
      return protocol satisfies never;
  }
}

function isUrl(text: string, scheme: "http" | "https"): boolean {
  if (!text.startsWith(`${scheme}://`)) return false;
  return URL.canParse(text) && new URL(text).hostname !== "";
}

const REMEDIES: Record<Protocol, string> = {
  email: "Enter one e-mail address, such as security@example.com.",
  "email-json": "Enter one e-mail address, such as security@example.com.",
  http: "Enter a URL that begins with http://. For https:// choose the protocol HTTPS.",
  https: "Enter a URL that begins with https://. For http:// choose the protocol HTTP.",
  sqs: "Enter the ARN of the queue, not its URL: arn:aws:sqs:region:account:name.",
  lambda: "Enter the ARN of the function: arn:aws:lambda:region:account:function:name.",
  application: "Enter the ARN of the platform endpoint: arn:aws:sns:region:account:endpoint/platform/app/id.",
  sms: "Enter the phone number in international form, such as +15551234567.",
  firehose: "Enter the ARN of the delivery stream: arn:aws:firehose:region:account:deliverystream/name.",
};

/** Why an IAM role ARN is none, with the remedy; null when it is well formed. */
export function roleArnProblem(arn: string): string | null {
  return ROLE_ARN.test(arn)
    ? null
    : "Enter the ARN of the role that SNS assumes: arn:aws:iam::account:role/name.";
}

/** Why a dead-letter queue ARN is none, with the remedy; null when it is well formed. */
export function deadLetterQueueProblem(arn: string, topicArn: string): string | null {
  if (!SQS_ARN.test(arn)) return "Enter the ARN of an SQS queue: arn:aws:sqs:region:account:name.";
  const place = (text: string) => text.split(":").slice(3, 5).join(":");
  return place(arn) === place(topicArn)
    ? null
    : "The dead-letter queue must be in the topic's own account and region.";
}

/**
 * An address for a second subscription of the same mailbox: `a@x` becomes `a+infected@x`. Mailboxes of the big
 * providers ignore what follows the plus sign, while SNS takes it for another endpoint.
 */
export function tagged(address: string, tag: string): string {
  const at = address.lastIndexOf("@");
  const [mailbox] = address.slice(0, at).split("+");
  return `${mailbox}+${tag.toLowerCase().replace(/[^a-z0-9]+/g, "-")}${address.slice(at)}`;
}
