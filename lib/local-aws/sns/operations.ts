import { atomically, type LocalAws } from "../local-aws.ts";
import { AwsError } from "../wire/errors.ts";
import type { Xml } from "../wire/xml.ts";
import type { Call, Operation } from "./call.ts";
import { confirmSubscription } from "./confirm-subscription.ts";
import { createTopic } from "./create-topic.ts";
import { deleteTopic } from "./delete-topic.ts";
import { listSubscriptions, listSubscriptionsByTopic } from "./list-subscriptions.ts";
import { listTopics } from "./list-topics.ts";
import { publish } from "./publish.ts";
import { publishBatch } from "./publish-batch.ts";
import { subscribe } from "./subscribe.ts";
import { getSubscriptionAttributes, setSubscriptionAttributes } from "./subscription-attributes.ts";
import { listTagsForResource, tagResource, untagResource } from "./tags.ts";
import { getTopicAttributes, setTopicAttributes } from "./topic-attributes.ts";
import { unsubscribe } from "./unsubscribe.ts";

type OpenOperation = (aws: LocalAws, call: Call) => Xml | null;

/** The two operations SNS also takes unsigned: they stand behind the links in messages. */
const OPEN: ReadonlyMap<string, OpenOperation> = new Map<string, OpenOperation>([
  ["ConfirmSubscription", confirmSubscription],
  ["Unsubscribe", unsubscribe],
]);

const SIGNED: ReadonlyMap<string, Operation> = new Map(
  Object.entries<Operation>({
    CreateTopic: createTopic,
    DeleteTopic: deleteTopic,
    GetSubscriptionAttributes: getSubscriptionAttributes,
    GetTopicAttributes: getTopicAttributes,
    ListSubscriptions: listSubscriptions,
    ListSubscriptionsByTopic: listSubscriptionsByTopic,
    ListTagsForResource: listTagsForResource,
    ListTopics: listTopics,
    Publish: publish,
    PublishBatch: publishBatch,
    SetSubscriptionAttributes: setSubscriptionAttributes,
    SetTopicAttributes: setTopicAttributes,
    Subscribe: subscribe,
    TagResource: tagResource,
    UntagResource: untagResource,
  }),
);

export const OPERATION_NAMES: readonly string[] = [...OPEN.keys(), ...SIGNED.keys()];

/** Carries out a call; its writes are kept together or not at all. */
export function perform(aws: LocalAws, call: Call): Xml | null {
  const run = operationFor(call);
  return atomically(aws, () => run(aws));
}

function operationFor(call: Call): (aws: LocalAws) => Xml | null {
  const open = OPEN.get(call.action);
  if (open) return (aws) => open(aws, call);
  const signed = SIGNED.get(call.action);
  if (!signed)
    throw new AwsError("InvalidAction", 400, `The action ${call.action} is not valid for this web service.`);
  const { region } = call;
  if (region === null)
    throw new AwsError("MissingAuthenticationToken", 403, "Request is missing Authentication Token");
  return (aws) => signed(aws, { ...call, region });
}
