import type { LocalAws } from "../local-aws.ts";
import type { Topic } from "../store/topics.ts";
import { AwsError, invalidParameter, missingParameter } from "../wire/errors.ts";
import type { QueryParameters } from "../wire/query.ts";
import { members } from "../wire/xml.ts";
import { type Operation, requireTopicArn, type SignedCall } from "./call.ts";

const MAX_TAGS = 50;

/** Tags of a request: keys distinct. */
export function readTags(parameters: QueryParameters): Record<string, string> {
  const list = parameters
    .group("Tags.member")
    .map((tag) => [tag.text("Key") ?? "", tag.text("Value") ?? ""] as const);
  const tags = Object.fromEntries(list);
  if (Object.keys(tags).length < list.length) throw invalidParameter("Duplicated keys are not allowed.");
  if (list.some(([key]) => key === "")) throw missingParameter("Tags.Key");
  return tags;
}

export const tagResource: Operation = (aws, call) => {
  const topic = requireResource(aws, call);
  const tags = { ...topic.tags, ...readTags(call.parameters) };
  if (Object.keys(tags).length > MAX_TAGS)
    throw new AwsError(
      "TagLimitExceeded",
      400,
      "Could not complete request: tag quota of per resource exceeded",
    );
  aws.store.topics.save({ ...topic, tags });
  return [];
};

export const untagResource: Operation = (aws, call) => {
  const topic = requireResource(aws, call);
  const removed = new Set(call.parameters.strings("TagKeys"));
  const tags = Object.fromEntries(Object.entries(topic.tags).filter(([key]) => !removed.has(key)));
  aws.store.topics.save({ ...topic, tags });
  return [];
};

export const listTagsForResource: Operation = (aws, call) => {
  const { tags } = requireResource(aws, call);
  const render = ([key, value]: [string, string]) =>
    [
      ["Key", key],
      ["Value", value],
    ] as const;
  return [["Tags", members(Object.entries(tags), render)]];
};

function requireResource(aws: LocalAws, call: SignedCall): Topic {
  const topic = aws.store.topics.find(requireTopicArn(aws, call, "ResourceArn"));
  if (!topic) throw new AwsError("ResourceNotFound", 404, "Resource does not exist");
  return topic;
}
