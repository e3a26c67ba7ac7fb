import { bodyFor, type Message } from "../fan-out/message.ts";
import type { LocalAws } from "../local-aws.ts";
import { invalidParameter, missingParameter } from "../wire/errors.ts";
import type { Xml } from "../wire/xml.ts";
import { type Operation, requireTopic } from "./call.ts";
import { readMessage } from "./publish-input.ts";
import { checkOrdering, publishToTopic } from "./publish-to-topic.ts";
import { isApplicationEndpoint, isPhoneNumber } from "./subscription-endpoint.ts";

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
export const publish: Operation = (aws, call) => {
  const { message } = readMessage(call.parameters, aws.clock);
  const phoneNumber = call.parameters.text("PhoneNumber");
  if (phoneNumber !== undefined) {
    if (!isPhoneNumber(phoneNumber))
      throw invalidParameter(`PhoneNumber Reason: ${phoneNumber} is not valid to publish to`);
    return publishDirectly(aws, message, "sms", phoneNumber);
  }
  const target = call.parameters.text("TargetArn");
  if (target !== undefined && isApplicationEndpoint(target))
    return publishDirectly(aws, message, "application", target);
  if (target === undefined && !call.parameters.text("TopicArn"))
    throw missingParameter("TopicArn or TargetArn");

  const topic = requireTopic(aws, call, call.parameters.text("TopicArn") ? "TopicArn" : "TargetArn");
  checkOrdering(topic, message);
  return publishedXml(publishToTopic(aws, topic, message));
};

/** The elements that answer for one published message. */
export function publishedXml({
  id,
  sequenceNumber,
}: Pick<Message, "id" | "sequenceNumber">): [string, Xml][] {
  return [
    ["MessageId", id],
    ...(sequenceNumber === undefined ? [] : [["SequenceNumber", sequenceNumber] as [string, Xml]]),
  ];
}

function publishDirectly(
  aws: LocalAws,
  message: Message,
  protocol: "sms" | "application",
  endpoint: string,
): Xml {
  aws.store.deliveries.insert({
    date: aws.clock.now(),
    kind: "notification",
    protocol,
    endpoint,
    topicArn: null,
    subscriptionArn: null,
    messageId: message.id,
    body: bodyFor(message, protocol, endpoint),
    attributes: {},
    headers: {},
    retryPolicy: null,
    deadLetterQueue: null,
    status: "delivered",
  });
  return publishedXml(message);
}
