import type { JsonOperation } from "../json-service.ts";
import { invalidParameterValue, missingParameter } from "./errors.ts";
import { requireQueue } from "./queue-call.ts";

const MAX_TAGS = 50;

/** @throws AwsError `InvalidParameterValue` for a tag AWS does not take. */
export function readTags(tags: ReadonlyMap<string, string>): Record<string, string> {
  for (const [key, value] of tags)
    if (key === "" || key.length > 128 || value.length > 256 || /^aws:/i.test(key))
      throw invalidParameterValue(`Tag ${key} is not valid.`);
  if (tags.size > MAX_TAGS) throw invalidParameterValue(`Too many tags added for queue. Max: ${MAX_TAGS}.`);
  return Object.fromEntries(tags);
}

export const tagQueue: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  const tags = call.input.textMap("Tags");
  if (!tags || tags.size === 0) throw missingParameter("Tags");
  aws.store.queues.save({ ...queue, tags: readTags(new Map([...Object.entries(queue.tags), ...tags])) });
  return {};
};

export const untagQueue: JsonOperation = (aws, call) => {
  const queue = requireQueue(aws, call);
  const keys = call.input.texts("TagKeys");
  if (!keys || keys.length === 0) throw missingParameter("TagKeys");
  const tags = Object.fromEntries(Object.entries(queue.tags).filter(([key]) => !keys.includes(key)));
  aws.store.queues.save({ ...queue, tags });
  return {};
};

export const listQueueTags: JsonOperation = (aws, call) => {
  const { tags } = requireQueue(aws, call);
  return Object.keys(tags).length > 0 ? { Tags: tags } : {};
};
