import { isFifo, topicArnOf } from "../arn.ts";
import type { Topic } from "../store/topics.ts";
import { invalidInput, invalidParameter } from "../wire/errors.ts";
import { type Operation, requireText } from "./call.ts";
import { readTags } from "./tags.ts";
import { checkTopicAttribute } from "./topic-attribute-rules.ts";

const NAME = /^[A-Za-z0-9_-]{1,256}$/;
const FIFO_NAME = /^[A-Za-z0-9_-]{1,251}\.fifo$/;

/**
 * Makes a topic, or answers the ARN of the one that has this name already.
 * https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 */
export const createTopic: Operation = (aws, { parameters, region }) => {
  const name = requireText(parameters, "Name");
  const attributes = Object.fromEntries(parameters.map("Attributes"));
  const tags = readTags(parameters);
  const fifo = attributes.FifoTopic?.toLowerCase() === "true";
  checkName(name, fifo);
  delete attributes.FifoTopic;
  const arn = topicArnOf(region, aws.account, name);
  for (const [key, value] of Object.entries(attributes)) checkTopicAttribute(key, value, arn);

  const existing = aws.store.topics.find(arn);
  if (existing) refuseDifferences(existing, attributes, tags);
  else aws.store.topics.insert(arn, region, attributes, tags);
  return [["TopicArn", arn]];
};

function checkName(name: string, fifo: boolean): void {
  if (fifo && !FIFO_NAME.test(name))
    throw invalidInput(
      "Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long.",
    );
  if (!fifo && (isFifo(name) || !NAME.test(name))) throw invalidParameter("Topic Name");
}

function refuseDifferences(
  topic: Topic,
  attributes: Record<string, string>,
  tags: Record<string, string>,
): void {
  const differs = (wanted: Record<string, string>, stored: Record<string, string>) =>
    Object.entries(wanted).some(([key, value]) => stored[key] !== value);
  if (differs(attributes, topic.attributes))
    throw invalidParameter("Attributes Reason: Topic already exists with different attributes");
  if (differs(tags, topic.tags))
    throw invalidParameter("Tags Reason: Topic already exists with different tags");
}
