import { queueArnOf } from "../arn.ts";
import type { JsonCall } from "../json-service.ts";
import type { LocalAws } from "../local-aws.ts";
import type { Queue } from "../store/queues.ts";
import { AwsError } from "../wire/errors.ts";
import type { JsonInput } from "../wire/json-input.ts";
import { invalidValue, missingParameter, queueDoesNotExist } from "./errors.ts";

export function requireText(input: JsonInput, name: string): string {
  const value = input.text(name);
  if (!value) throw missingParameter(name);
  return value;
}

/** A number between two bounds; undefined when it was not sent. */
export function readBounded(input: JsonInput, name: string, min: number, max: number): number | undefined {
  const value = input.integer(name);
  if (value !== undefined && (value < min || value > max))
    throw invalidValue(value, name, `Must be between ${min} and ${max}, if provided.`);
  return value;
}

/** The queue a call names by its URL. Its host is not looked at: the server may have moved to another port. */
export function requireQueue(aws: LocalAws, { input, region }: JsonCall): Queue {
  const url = requireText(input, "QueueUrl");
  const match = /^(?:https?:\/\/[^/]+)?\/(\d{12})\/([^/?#]+)$/.exec(url);
  const [, account = "", name = ""] = match ?? [];
  if (!match) throw new AwsError("InvalidAddress", 404, `The address ${url} is not valid for this endpoint.`);
  return requireQueueNamed(aws, region, account, name);
}

export function requireQueueNamed(aws: LocalAws, region: string, account: string, name: string): Queue {
  const queue =
    account === aws.account ? aws.store.queues.find(queueArnOf(region, account, name)) : undefined;
  if (!queue) throw queueDoesNotExist();
  return queue;
}
