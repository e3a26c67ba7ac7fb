import { changeNow } from "../local-aws.ts";
import { type Operation, requireTopicArn } from "./call.ts";

/** Removes a topic and its subscriptions; a topic that is gone already is no error. */
export const deleteTopic: Operation = (aws, call) => {
  const arn = requireTopicArn(aws, call);
  aws.store.topics.remove(arn);
  aws.store.subscriptions.removeOfTopic(arn, changeNow(aws));
  return null;
};
