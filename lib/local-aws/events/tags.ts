import type { JsonCall, JsonOperation } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { busNotFound, constraints, ruleNotFound, validation } from "./errors.ts";
import { DEFAULT_BUS, findBus } from "./find.ts";

/** The tags of a request, none when it has none. */
export function readTags(input: JsonInput): Record<string, string> {
  const list = input.structures("Tags") ?? [];
  const tags = list.map((tag, index) => {
    const at = `tags.${index + 1}.member`;
    const key = constraints.need(tag.text("Key"), `${at}.key`);
    return [
      constraints.text(key, `${at}.key`, { min: 1, max: 128 }),
      constraints.need(tag.text("Value"), `${at}.value`),
    ];
  });
  return Object.fromEntries(tags);
}

interface Tagged {
  tags: Record<string, string>;
  save(tags: Record<string, string>): void;
}

export const tagResource: JsonOperation = (aws, call) => {
  const { tags, save } = requireTagged(aws, call);
  save({ ...tags, ...readTags(call.input) });
  return {};
};

export const untagResource: JsonOperation = (aws, call) => {
  const { tags, save } = requireTagged(aws, call);
  const removed = constraints.need(call.input.texts("TagKeys"), "tagKeys");
  save(Object.fromEntries(Object.entries(tags).filter(([key]) => !removed.includes(key))));
  return {};
};

export const listTagsForResource: JsonOperation = (aws, call) => {
  const { tags } = requireTagged(aws, call);
  return { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
};

/** The rule or bus whose ARN a call has in `ResourceARN`. */
function requireTagged(aws: LocalAws, { input, region }: JsonCall): Tagged {
  const arn = constraints.need(input.text("ResourceARN"), "resourceARN");
  const [, kind, path = ""] = /^arn:[^:]+:events:[^:]+:\d+:(rule|event-bus)\/(.+)$/.exec(arn) ?? [];
  if (kind === "event-bus") {
    const bus = findBus(aws, region, arn);
    if (!bus) throw busNotFound(path);
    return { tags: bus.tags, save: (tags) => aws.store.eventBuses.saveTags(arn, tags) };
  }
  if (kind !== "rule")
    throw validation(`Parameter ${arn} is not valid. Reason: Provided Arn is not in correct format.`);
  const rule = aws.store.eventRules.find(arn);
  if (!rule) {
    const slash = path.lastIndexOf("/");
    throw ruleNotFound(path.slice(slash + 1), slash === -1 ? DEFAULT_BUS : path.slice(0, slash));
  }
  return { tags: rule.tags, save: (tags) => aws.store.eventRules.put({ ...rule, tags }) };
}
