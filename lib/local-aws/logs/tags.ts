import { logGroupNameOf } from "../arn.ts";
import type { JsonCall, JsonOperation } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { LogGroup } from "../store/log-groups.ts";
import { AwsError } from "../wire/errors.ts";
import { constraints } from "./errors.ts";

const MAX_TAGS = 50;

export const tagResource: JsonOperation = (aws, call) => {
  const group = requireResource(aws, call);
  const tags = { ...group.tags, ...Object.fromEntries(constraints.need(call.input.textMap("tags"), "tags")) };
  if (Object.keys(tags).length > MAX_TAGS)
    throw new AwsError("TooManyTagsException", 400, "Too many tags: a resource can have 50.");
  aws.store.logGroups.save({ ...group, tags });
  return {};
};

export const untagResource: JsonOperation = (aws, call) => {
  const group = requireResource(aws, call);
  const removed = constraints.need(call.input.texts("tagKeys"), "tagKeys");
  const kept = Object.entries(group.tags).filter(([key]) => !removed.includes(key));
  aws.store.logGroups.save({ ...group, tags: Object.fromEntries(kept) });
  return {};
};

export const listTagsForResource: JsonOperation = (aws, call) => ({ tags: requireResource(aws, call).tags });

function requireResource({ store }: LocalAws, { input, region }: JsonCall): LogGroup {
  const name = logGroupNameOf(constraints.need(input.text("resourceArn"), "resourceArn"));
  const group = name === null ? undefined : store.logGroups.find(region, name);
  if (group) return group;
  throw new AwsError("ResourceNotFoundException", 400, "The specified resource does not exist.");
}
