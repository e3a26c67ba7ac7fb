import { isFifo, lastPartOf } from "../arn.ts";
import { effectiveTopicDeliveryPolicy } from "../delivery/retry-policy.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Topic } from "../store/topics.ts";
import { invalidParameter } from "../wire/errors.ts";
import { entries } from "../wire/xml.ts";
import { type Operation, requireText, requireTopic } from "./call.ts";
import { defaultTopicPolicy } from "./default-topic-policy.ts";
import { checkTopicAttribute } from "./topic-attribute-rules.ts";

/** https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html */
export const getTopicAttributes: Operation = (aws, call) => [
  ["Attributes", entries(shownAttributes(aws, requireTopic(aws, call)))],
];

/** https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html: `FifoTopic` is fixed at creation. */
export const setTopicAttributes: Operation = (aws, call) => {
  const topic = requireTopic(aws, call);
  const name = requireText(call.parameters, "AttributeName");
  const value = call.parameters.text("AttributeValue") ?? "";
  if (name === "FifoTopic") throw invalidParameter("AttributeName");
  checkTopicAttribute(name, value, topic.arn);
  aws.store.topics.save({ ...topic, attributes: { ...topic.attributes, [name]: value } });
  return null;
};

function shownAttributes(aws: LocalAws, topic: Topic): Record<string, string> {
  const counts = aws.store.subscriptions.countByState(topic.arn, aws.clock.now());
  const fifo = isFifo(lastPartOf(topic.arn));
  return {
    TopicArn: topic.arn,
    Owner: aws.account,
    Policy: defaultTopicPolicy(topic.arn, aws.account),
    DisplayName: "",
    SubscriptionsConfirmed: String(counts.confirmed),
    SubscriptionsPending: String(counts.pending),
    SubscriptionsDeleted: String(counts.deleted),
    EffectiveDeliveryPolicy: effectiveTopicDeliveryPolicy(topic.attributes.DeliveryPolicy),
    ...(fifo ? { FifoTopic: "true", ContentBasedDeduplication: "false" } : {}),
    ...topic.attributes,
  };
}
