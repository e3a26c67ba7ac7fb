import { effectiveDeliveryPolicy } from "../delivery/retry-policy.ts";
import { changeNow, type LocalAws } from "../local-aws.ts";
import type { Subscription } from "../store/subscriptions.ts";
import { scopeOf } from "../subscription-settings.ts";
import { notFound } from "../wire/errors.ts";
import { entries } from "../wire/xml.ts";
import { callerOf, type Operation, requireSubscriptionArn, requireText } from "./call.ts";
import { refuseTooManyFilters } from "./filter-limit.ts";
import { checkedAttribute } from "./subscription-attribute-rules.ts";

/** https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html */
export const getSubscriptionAttributes: Operation = (aws, call) => {
  const arn = requireSubscriptionArn(aws, call);
  const subscription = aws.store.subscriptions.findVisible(arn, aws.clock.now());
  if (!subscription || subscription.state === "deleted") throw notFound("Subscription");
  return [["Attributes", entries(shownAttributes(aws, subscription))]];
};

/** Changes one attribute. https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html */
export const setSubscriptionAttributes: Operation = (aws, call) => {
  const arn = requireSubscriptionArn(aws, call);
  const subscription = aws.store.subscriptions.find(arn);
  if (!subscription || subscription.state === "deleted") throw notFound("Subscription");
  const name = requireText(call.parameters, "AttributeName");
  const value = checkedAttribute(name, call.parameters.text("AttributeValue") ?? "", {
    ...subscription,
    prefix: "",
  });
  const { [name]: before, ...others } = subscription.attributes;
  if (name === "FilterPolicy" && value !== undefined && before === undefined)
    refuseTooManyFilters(aws, subscription.topicArn);
  const attributes = value === undefined ? others : { ...others, [name]: value };
  aws.store.subscriptions.save({ ...subscription, attributes }, changeNow(aws));
  return null;
};

function shownAttributes(aws: LocalAws, subscription: Subscription): Record<string, string> {
  const { arn, topicArn, protocol, endpoint, state, authenticated } = subscription;
  const { FilterPolicyScope: _, ...attributes } = subscription.attributes;
  return {
    SubscriptionArn: arn,
    TopicArn: topicArn,
    Owner: aws.account,
    Protocol: protocol,
    Endpoint: endpoint,
    PendingConfirmation: String(state === "pending"),
    ConfirmationWasAuthenticated: String(authenticated),
    SubscriptionPrincipal: callerOf(aws),
    RawMessageDelivery: "false",
    ...attributes,
    ...shownScope(subscription),
    ...shownDeliveryPolicy(aws, subscription),
  };
}

/** The scope is remembered without a policy, but shown only with one. */
function shownScope({ attributes }: Subscription): Record<string, string> {
  return attributes.FilterPolicy === undefined ? {} : { FilterPolicyScope: scopeOf(attributes) };
}

function shownDeliveryPolicy(
  aws: LocalAws,
  { protocol, topicArn, attributes }: Subscription,
): Record<string, string> {
  if (protocol !== "http" && protocol !== "https") return {};
  const ofTopic = aws.store.topics.find(topicArn)?.attributes.DeliveryPolicy;
  return { EffectiveDeliveryPolicy: effectiveDeliveryPolicy(attributes.DeliveryPolicy, ofTopic) };
}
