import { isFifo, queueArnOf } from "../arn.ts";
import type { JsonOperation } from "../json-service.ts";
import { AwsError } from "../wire/errors.ts";
import { checkAttributes, unsetAttributes } from "./attribute-rules.ts";
import { invalidParameterValue, missingParameter, unknownAttribute } from "./errors.ts";
import { readTags } from "./tags.ts";

const NAME = /^[A-Za-z0-9_-]{1,80}$/;
const FIFO_NAME = /^(?=.{1,80}$)[A-Za-z0-9_-]+\.fifo$/;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html */
export const createQueue: JsonOperation = (aws, { input, region }) => {
  const name = input.text("QueueName");
  if (name === undefined) throw missingParameter("QueueName");
  const attributes = input.textMap("Attributes") ?? new Map<string, string>();
  checkName(name, attributes);
  const arn = queueArnOf(region, aws.account, name);
  checkAttributes(aws, arn, attributes);
  const answer = { QueueUrl: aws.links.queue(aws.account, name) };
  const existing = aws.store.queues.find(arn);
  if (existing) {
    checkSame(name, existing.attributes, attributes);
    return answer;
  }
  const tags = readTags(input.textMap("tags") ?? input.textMap("Tags") ?? new Map());
  const set = [...attributes].filter(([, value]) => value !== "");
  const now = aws.clock.now();
  aws.store.queues.insert({ arn, name, region, attributes: Object.fromEntries(set), tags, now });
  return answer;
};

function checkName(name: string, attributes: ReadonlyMap<string, string>): void {
  if (attributes.get("FifoQueue") === "true") {
    if (!FIFO_NAME.test(name))
      throw invalidParameterValue(
        "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.",
      );
    return;
  }
  if (!NAME.test(name))
    throw invalidParameterValue(
      "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length",
    );
  if (attributes.has("FifoQueue") && !isFifo(name)) throw unknownAttribute("FifoQueue");
}

/** The same queue may be created again, with the same attributes or with none. */
function checkSame(
  name: string,
  existing: Readonly<Record<string, string>>,
  wanted: ReadonlyMap<string, string>,
): void {
  const effective: Record<string, string> = { ...unsetAttributes(name), ...existing };
  for (const [attribute, value] of wanted)
    if ((effective[attribute] ?? "") !== value)
      throw new AwsError(
        "QueueNameExists",
        400,
        `A queue already exists with the same name and a different value for attribute ${attribute}`,
      );
}
