import { isFifo, parseArn } from "../arn.ts";
import type { Protocol } from "../protocol.ts";
import { invalidInput, invalidParameter } from "../wire/errors.ts";

const EMAIL =
  /^[^\s@<>()[\],;:\\"]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}$/;
const PHONE_GROUPS = /^\+?\d+(?:[-/.]\d+)*$/;
const E164 = /^\+?[1-9]\d{1,14}$/;
const QUEUE_NAME = /^[A-Za-z0-9_-]{1,80}(?:\.fifo)?$/;
const ACCOUNT = /^\d{12}$/;

/** Refuses an endpoint that is not one of the protocol, in AWS's words. */
export function checkEndpoint(protocol: Protocol, endpoint: string, topicArn: string): void {
  switch (protocol) {
    case "http":
    case "https":
      if (!endpoint.startsWith(`${protocol}://`) || !URL.canParse(endpoint))
        throw invalidParameter("Endpoint must match the specified protocol");
      break;
    case "email":
    case "email-json":
      if (!EMAIL.test(endpoint)) throw invalidParameter("Email address");
      break;
    case "sms":
      if (!isPhoneNumber(endpoint)) throw invalidInput(`Invalid SMS endpoint: ${endpoint}`);
      break;
    case "sqs":
      if (!isQueueArn(endpoint)) throw invalidParameter("SQS endpoint ARN");
      break;
    case "lambda":
      if (!isArnOf(endpoint, "lambda", /^function:[A-Za-z0-9_-]+(?::[A-Za-z0-9_$-]+)?$/))
        throw invalidParameter("Lambda endpoint ARN");
      break;
    case "application":
      if (!isApplicationEndpoint(endpoint))
        throw invalidParameter(`Application endpoint arn invalid:${endpoint}`);
      break;
    case "firehose":
      if (!isArnOf(endpoint, "firehose", /^deliverystream\/[A-Za-z0-9_.-]{1,64}$/))
        throw invalidParameter("Firehose endpoint ARN");
      break;
    default:
      throw new TypeError(`Unknown protocol ${protocol satisfies never}`);
  }
  checkOrder(protocol, endpoint, topicArn);
}

/** FIFO topics deliver to queues only, and FIFO queues take from FIFO topics only. The doubled prefix is AWS's. */
function checkOrder(protocol: Protocol, endpoint: string, topicArn: string): void {
  if (isFifo(topicArn) && protocol !== "sqs")
    throw invalidParameter("Invalid parameter: Endpoint Reason: Please use FIFO SQS queue");
  if (!isFifo(topicArn) && protocol === "sqs" && isFifo(endpoint))
    throw invalidParameter(
      "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics",
    );
}

function isArnOf(text: string, service: string, resource: RegExp): boolean {
  const arn = parseArn(text);
  return arn !== null && arn.service === service && ACCOUNT.test(arn.account) && resource.test(arn.resource);
}

export function isQueueArn(text: string): boolean {
  return isArnOf(text, "sqs", QUEUE_NAME);
}

export function isApplicationEndpoint(text: string): boolean {
  return isArnOf(text, "sns", /^endpoint\/[A-Z0-9_]+\/[^/]+\/[^/]+$/);
}

/** E.164; single separators between groups of digits are tolerated. */
export function isPhoneNumber(text: string): boolean {
  return PHONE_GROUPS.test(text) && E164.test(text.replace(/[-/.]/g, ""));
}

/**
 * Whether an endpoint must confirm before it gets messages: web and mail addresses always, queues, functions and
 * streams when they belong to another account.
 */
export function needsConfirmation(protocol: Protocol, endpoint: string, account: string): boolean {
  if (protocol === "sms" || protocol === "application") return false;
  if (protocol === "sqs" || protocol === "lambda" || protocol === "firehose")
    return parseArn(endpoint)?.account !== account;
  return true;
}
