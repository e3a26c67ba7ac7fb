import { parseArn } from "../arn.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Topic } from "../store/topics.ts";
import { invalidParameter, missingParameter, notAuthorized, notFound } from "../wire/errors.ts";
import type { QueryParameters } from "../wire/query.ts";
import type { Xml } from "../wire/xml.ts";

export interface Call {
  action: string;
  parameters: QueryParameters;
  /** The region the request was signed for; null for the links that need no signature. */
  region: string | null;
}

export interface SignedCall extends Call {
  region: string;
}

/** Carries out a call. Returns the content of the answer's `Result`, null when there is none; refuses by `AwsError`. */
export type Operation = (aws: LocalAws, call: SignedCall) => Xml | null;

export function requireText(parameters: QueryParameters, name: string): string {
  const value = parameters.text(name);
  if (!value) throw missingParameter(name);
  return value;
}

/** The IAM principal every request is taken to come from. */
export function callerOf({ account }: LocalAws): string {
  return `arn:aws:iam::${account}:user/local`;
}

/** Refuses an ARN with too few elements in AWS's words. */
export function requireArn(text: string, parameter: string) {
  const arn = parseArn(text);
  if (arn) return arn;
  const count = text.split(":").length;
  throw invalidParameter(
    count < 6 ? `${parameter} Reason: An ARN must have at least 6 elements, not ${count}` : parameter,
  );
}

/** The topic ARN a call names: well formed, of the caller's region and account, not necessarily existing. */
export function requireTopicArn(aws: LocalAws, call: SignedCall, parameter = "TopicArn"): string {
  const text = requireText(call.parameters, parameter);
  const arn = requireArn(text, parameter);
  if (arn.service !== "sns" || arn.region !== call.region) throw invalidParameter(parameter);
  if (arn.account !== aws.account) throw notAuthorized(callerOf(aws), call.action, text);
  return text;
}

/** The topic a call names. */
export function requireTopic(aws: LocalAws, call: SignedCall, parameter = "TopicArn"): Topic {
  const topic = aws.store.topics.find(requireTopicArn(aws, call, parameter));
  if (!topic) throw notFound("Topic");
  return topic;
}

/**
 * The subscription ARN a call names: topic ARN plus an id, of the caller's region and account.
 * The literals that listings show instead of an ARN are refused like any other text that is none.
 */
export function requireSubscriptionArn(aws: LocalAws, call: Call): string {
  const text = requireText(call.parameters, "SubscriptionArn");
  const arn = requireArn(text, "SubscriptionArn");
  if (arn.service !== "sns") throw invalidParameter("SubscriptionArn");
  if (!/^[^:]+:[^:]+$/.test(arn.resource)) throw invalidParameter("SubscriptionId");
  if (arn.account !== aws.account) throw notAuthorized(callerOf(aws), call.action, text);
  if (call.region !== null && arn.region !== call.region) throw invalidParameter("SubscriptionArn");
  return text;
}
