import { isFifo, parseArn } from "../arn.ts";
import { deliveryPolicyProblem } from "../delivery/retry-policy.ts";
import type { FilterPolicyScope } from "../filter/policy.ts";
import { filterPolicyProblem } from "../filter/validate.ts";
import type { Protocol } from "../protocol.ts";
import { deadLetterQueueOf, scopeOf } from "../subscription-settings.ts";
import { invalidParameter } from "../wire/errors.ts";
import { isQueueArn } from "./subscription-endpoint.ts";

/** What an attribute is checked against. */
export interface AttributeContext {
  protocol: Protocol;
  topicArn: string;
  /** The other attributes in force, for those that depend on each other. */
  attributes: Readonly<Record<string, string>>;
  /** Subscribe says `Attributes Reason: ` before most messages, SetSubscriptionAttributes nothing. */
  prefix: "Attributes Reason: " | "";
}

const RAW_PROTOCOLS: ReadonlySet<Protocol> = new Set(["sqs", "http", "https", "firehose"]);

/**
 * The value to keep for an attribute; undefined when the value takes the attribute away.
 *
 * @throws AwsError for an unknown name or a value SNS refuses.
 */
export function checkedAttribute(name: string, value: string, context: AttributeContext): string | undefined {
  switch (name) {
    case "FilterPolicy":
      return checkedFilterPolicy(value, scopeOf(context.attributes), context.prefix);
    case "FilterPolicyScope":
      return checkedScope(value, context);
    case "RawMessageDelivery":
      return checkedRawDelivery(value, context);
    case "RedrivePolicy":
      return value === "" ? undefined : checkedRedrivePolicy(value, context);
    case "DeliveryPolicy":
      return value === "" ? undefined : checkedDeliveryPolicy(value, context);
    case "SubscriptionRoleArn":
      return checkedRole(value, context);
    default:
      throw invalidParameter("AttributeName");
  }
}

function checkedFilterPolicy(value: string, scope: FilterPolicyScope, prefix: string): string | undefined {
  if (value === "" || /^\s*\{\s*\}\s*$/.test(value)) return undefined;
  const problem = filterPolicyProblem(value, scope);
  if (!problem) return value;
  throw invalidParameter(problem.bare ? problem.message : `${prefix}FilterPolicy: ${problem.message}`);
}

function checkedScope(value: string, { attributes, prefix }: AttributeContext): string {
  if (value !== "MessageAttributes" && value !== "MessageBody")
    throw invalidParameter(
      `${prefix}FilterPolicyScope: Invalid value [${value}]. Please use either MessageBody or MessageAttributes`,
    );
  if (attributes.FilterPolicy !== undefined) checkedFilterPolicy(attributes.FilterPolicy, value, prefix);
  return value;
}

function checkedRawDelivery(value: string, { protocol, prefix }: AttributeContext): string {
  const flag = value.toLowerCase();
  if (flag !== "true" && flag !== "false")
    throw invalidParameter(`${prefix}RawMessageDelivery: Invalid value [${value}]. Must be true or false.`);
  if (flag === "true" && !RAW_PROTOCOLS.has(protocol))
    throw invalidParameter(`${prefix}Delivery protocol [${protocol}] does not support raw message delivery.`);
  return flag;
}

/** https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html: same account and Region as the topic. */
function checkedRedrivePolicy(value: string, { topicArn, prefix }: AttributeContext): string {
  const queueArn = deadLetterQueueOf(value);
  if (queueArn === null) throw invalidParameter(`${prefix}RedrivePolicy: failed to parse JSON.`);
  const queue = isQueueArn(queueArn) ? parseArn(queueArn) : null;
  const topic = parseArn(topicArn);
  if (!queue || queue.region !== topic?.region || queue.account !== topic.account)
    throw invalidParameter(`${prefix}RedrivePolicy: deadLetterTargetArn is an invalid arn`);
  if (isFifo(topicArn) && !isFifo(queueArn))
    throw invalidParameter(
      `${prefix}RedrivePolicy: must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.`,
    );
  return value;
}

function checkedDeliveryPolicy(value: string, { protocol, prefix }: AttributeContext): string {
  if (protocol !== "http" && protocol !== "https")
    throw invalidParameter(
      `${prefix}DeliveryPolicy: is only supported by http and https, not by ${protocol}`,
    );
  const problem = deliveryPolicyProblem(value);
  if (problem) throw invalidParameter(`${prefix}DeliveryPolicy: ${problem}`);
  return value;
}

function checkedRole(value: string, { protocol, prefix }: AttributeContext): string {
  if (protocol !== "firehose")
    throw invalidParameter(`${prefix}SubscriptionRoleArn: is only supported by firehose, not by ${protocol}`);
  if (parseArn(value)?.service !== "iam")
    throw invalidParameter(`${prefix}SubscriptionRoleArn: must be the ARN of an IAM role`);
  return value;
}
