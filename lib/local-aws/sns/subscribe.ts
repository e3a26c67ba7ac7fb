import { randomUUID } from "node:crypto";
import { parseArn } from "../arn.ts";
import { sendConfirmation } from "../fan-out/confirmations.ts";
import { PENDING_LIFE_MS } from "../lifetimes.ts";
import { changeNow, type LocalAws } from "../local-aws.ts";
import { isProtocol, type Protocol } from "../protocol.ts";
import type { Subscription } from "../store/subscriptions.ts";
import { invalidParameter } from "../wire/errors.ts";
import { type Operation, requireText, requireTopic, type SignedCall } from "./call.ts";
import { refuseTooManyFilters } from "./filter-limit.ts";
import { checkedAttribute } from "./subscription-attribute-rules.ts";
import { checkEndpoint, needsConfirmation } from "./subscription-endpoint.ts";

/**
 * Subscribes an endpoint, or finds it subscribed already. While a subscription is pending, every call sends another
 * confirmation message. https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
 */
export const subscribe: Operation = (aws, call) => {
  const topic = requireTopic(aws, call);
  const protocol = requireText(call.parameters, "Protocol");
  if (!isProtocol(protocol))
    throw invalidParameter(`Amazon SNS does not support this protocol string: ${protocol}`);
  const endpoint = call.parameters.text("Endpoint") ?? "";
  checkEndpoint(protocol, endpoint, topic.arn);

  const existing = aws.store.subscriptions.findByEndpoint(topic.arn, protocol, endpoint);
  const attributes = readAttributes(call, protocol, topic.arn, existing?.attributes ?? {});
  if (existing) refuseDifferences(existing, attributes);
  const subscription = existing ?? create(aws, { topicArn: topic.arn, protocol, endpoint, attributes });
  if (subscription.state === "pending") sendConfirmation(aws, topic, subscription);
  return [["SubscriptionArn", shownArn(call, subscription)]];
};

/** What Subscribe calls a subscription whose ARN it keeps to itself; listings use another literal. */
function shownArn({ parameters }: SignedCall, { arn, state }: Subscription): string {
  const wanted = parameters.text("ReturnSubscriptionArn")?.toLowerCase() === "true";
  return state === "pending" && !wanted ? "pending confirmation" : arn;
}

/** The attributes present in the call, undefined for those whose value means "none". */
function readAttributes(
  call: SignedCall,
  protocol: Protocol,
  topicArn: string,
  inForce: Readonly<Record<string, string>>,
): Map<string, string | undefined> {
  const given = call.parameters.map("Attributes");
  const scope = given.get("FilterPolicyScope") ?? inForce.FilterPolicyScope;
  const attributes: Record<string, string> = scope === undefined ? {} : { FilterPolicyScope: scope };
  const context = { protocol, topicArn, attributes, prefix: "Attributes Reason: " } as const;
  const checked = [...given].map(([name, value]) => [name, checkedAttribute(name, value, context)] as const);
  if (protocol === "firehose" && !given.has("SubscriptionRoleArn") && !inForce.SubscriptionRoleArn)
    throw invalidParameter("Attributes Reason: SubscriptionRoleArn: is required for firehose");
  return new Map(checked);
}

const DEFAULTS: Record<string, string> = {
  RawMessageDelivery: "false",
  FilterPolicyScope: "MessageAttributes",
};

/** Only attributes that are present count, and a default equals an attribute that was never set. */
function refuseDifferences(existing: Subscription, wanted: Map<string, string | undefined>): void {
  if (existing.state === "deleted")
    throw invalidParameter(
      "Endpoint Reason: The endpoint was unsubscribed by its recipient and cannot be subscribed again for 72 hours",
    );
  for (const [name, value] of wanted) {
    if ((value ?? DEFAULTS[name]) !== (existing.attributes[name] ?? DEFAULTS[name]))
      throw invalidParameter("Attributes Reason: Subscription already exists with different attributes");
  }
}

interface Wanted {
  topicArn: string;
  protocol: Protocol;
  endpoint: string;
  attributes: Map<string, string | undefined>;
}

function create(aws: LocalAws, { topicArn, protocol, endpoint, attributes }: Wanted): Subscription {
  if (attributes.get("FilterPolicy") !== undefined) refuseTooManyFilters(aws, topicArn);
  const pending = needsConfirmation(protocol, endpoint, aws.account);
  const set = [...attributes].flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const subscription: Subscription = {
    arn: `${topicArn}:${randomUUID()}`,
    topicArn,
    region: parseArn(topicArn)?.region ?? "",
    protocol,
    endpoint,
    state: pending ? "pending" : "confirmed",
    authenticated: !pending,
    attributes: Object.fromEntries(set),
    expiresAt: pending ? aws.clock.now() + PENDING_LIFE_MS : null,
  };
  aws.store.subscriptions.insert(subscription, changeNow(aws));
  return subscription;
}
