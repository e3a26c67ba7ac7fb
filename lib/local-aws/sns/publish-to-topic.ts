import { createHash } from "node:crypto";
import { isFifo } from "../arn.ts";
import { fanOut } from "../fan-out/fan-out.ts";
import type { Message } from "../fan-out/message.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Topic } from "../store/topics.ts";
import { invalidParameter } from "../wire/errors.ts";

/** https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html */
const DEDUPLICATION_MS = 5 * 60_000;

const isContentBased = (topic: Topic) => topic.attributes.ContentBasedDeduplication === "true";

/** Refuses a message whose group or deduplication id does not fit the kind of topic. */
export function checkOrdering(topic: Topic, { groupId, deduplicationId }: Message): void {
  if (!isFifo(topic.arn)) {
    if (deduplicationId === undefined) return;
    throw invalidParameter(
      "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type",
    );
  }
  if (!groupId) throw invalidParameter("The MessageGroupId parameter is required for FIFO topics");
  if (!deduplicationId && !isContentBased(topic))
    throw invalidParameter(
      "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly",
    );
}

/**
 * Delivers a checked message to a topic's subscribers. A FIFO topic delivers a repeated message once: the answer is
 * then that of the first.
 */
export function publishToTopic(
  aws: LocalAws,
  topic: Topic,
  message: Message,
): Pick<Message, "id" | "sequenceNumber"> {
  if (!isFifo(topic.arn)) {
    fanOut(aws, topic, message);
    return message;
  }
  const { deduplications, topics } = aws.store;
  const now = aws.clock.now();
  const deduplicationId = message.deduplicationId ?? createHash("sha256").update(message.body).digest("hex");
  const before = deduplications.find(topic.arn, deduplicationId, now);
  if (before) return { id: before.messageId, sequenceNumber: before.sequenceNumber };
  const sequenceNumber = topics.nextSequenceNumber(topic.arn);
  const accepted = { messageId: message.id, sequenceNumber };
  deduplications.save(topic.arn, deduplicationId, accepted, now + DEDUPLICATION_MS);
  fanOut(aws, topic, { ...message, deduplicationId, sequenceNumber });
  return { id: message.id, sequenceNumber };
}
