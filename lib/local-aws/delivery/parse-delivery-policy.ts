import { BACKOFF_FUNCTIONS, DEFAULT_RETRY_POLICY, type RetryPolicy, retryDelays } from "./retry-delays.ts";

export type DeliveryPolicyLevel = "subscription" | "topic";

/** What a DeliveryPolicy says; absent where it is silent. */
export type DeliveryRules = {
  retry?: RetryPolicy;
  headerContentType?: string;
  maxReceivesPerSecond?: number;
  disableSubscriptionOverrides?: boolean;
};

const MAX_DELAY_S = 3600;
const MAX_TOTAL_S = 3600;
const MAX_RETRIES = 100;
const CONTENT_TYPE =
  /^(text\/(css|csv|html|plain|xml)|application\/(atom\+xml|json|octet-stream|soap\+xml|x-www-form-urlencoded|xhtml\+xml|xml))(; ?charset=utf-8)?$/i;

/** The two levels say the same under different names, the topic's one object deeper. */
const NAMES = {
  subscription: {
    retry: "healthyRetryPolicy",
    throttle: "throttlePolicy",
    request: "requestPolicy",
    ignored: ["sicklyRetryPolicy", "guaranteed"],
    prefix: "",
  },
  topic: {
    retry: "defaultHealthyRetryPolicy",
    throttle: "defaultThrottlePolicy",
    request: "defaultRequestPolicy",
    ignored: ["defaultSicklyRetryPolicy"],
    prefix: "http.",
  },
} as const;

class Refusal extends Error {}

/**
 * Reads a DeliveryPolicy attribute (https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html).
 * Fields left out of a retry policy take AWS's defaults. `null` stands for an absent member, so that an effective
 * policy can be sent back as it came. On failure `message` names the first field at fault, in the form seen from
 * AWS: `healthyRetryPolicy.numRetries must be less than or equal to 100`.
 */
export function parseDeliveryPolicy(
  text: string,
  level: DeliveryPolicyLevel,
): { ok: true; value: DeliveryRules } | { ok: false; message: string } {
  if (text === "") return { ok: true, value: {} };
  try {
    const root = object(parseJson(text), "Delivery policy");
    return { ok: true, value: level === "topic" ? topicRules(root) : rules(root, "subscription") };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

type Json = Record<string, unknown>;

function topicRules(root: Json): DeliveryRules {
  onlyMembers(root, ["http"]);
  if (absent(root.http)) return {};
  const { disableSubscriptionOverrides, ...rest } = object(root.http, "http");
  const value = rules(rest, "topic");
  if (absent(disableSubscriptionOverrides)) return value;
  if (typeof disableSubscriptionOverrides !== "boolean")
    throw new Refusal("http.disableSubscriptionOverrides must be true or false");
  return { ...value, disableSubscriptionOverrides };
}

function rules(policy: Json, level: DeliveryPolicyLevel): DeliveryRules {
  const { retry, throttle, request, ignored, prefix } = NAMES[level];
  onlyMembers(policy, [retry, throttle, request, ...ignored]);
  return {
    ...(absent(policy[retry]) ? {} : { retry: retryPolicy(policy[retry], prefix + retry) }),
    ...(absent(policy[throttle]) ? {} : throttleRules(policy[throttle], prefix + throttle)),
    ...(absent(policy[request]) ? {} : requestRules(policy[request], prefix + request)),
  };
}

function retryPolicy(value: unknown, path: string): RetryPolicy {
  const given = object(value, path);
  onlyMembers(given, Object.keys(DEFAULT_RETRY_POLICY));
  const count = (name: Exclude<keyof RetryPolicy, "backoffFunction">, least: number, most: number) =>
    absent(given[name]) ? DEFAULT_RETRY_POLICY[name] : integer(given[name], `${path}.${name}`, least, most);
  const policy: RetryPolicy = {
    minDelayTarget: count("minDelayTarget", 1, MAX_DELAY_S),
    maxDelayTarget: count("maxDelayTarget", 1, MAX_DELAY_S),
    numRetries: count("numRetries", 0, MAX_RETRIES),
    numMaxDelayRetries: count("numMaxDelayRetries", 0, MAX_RETRIES),
    numNoDelayRetries: count("numNoDelayRetries", 0, MAX_RETRIES),
    numMinDelayRetries: count("numMinDelayRetries", 0, MAX_RETRIES),
    backoffFunction: backoffFunction(given.backoffFunction, `${path}.backoffFunction`),
  };
  checkTogether(policy, path);
  return policy;
}

function checkTogether(policy: RetryPolicy, path: string): void {
  if (policy.minDelayTarget > policy.maxDelayTarget)
    throw new Refusal(`${path}.maxDelayTarget must be greater than or equal to minDelayTarget`);
  const phases = policy.numNoDelayRetries + policy.numMinDelayRetries + policy.numMaxDelayRetries;
  if (phases > policy.numRetries)
    throw new Refusal(
      `${path}.numRetries must be greater than or equal to the sum of numNoDelayRetries, numMinDelayRetries and numMaxDelayRetries`,
    );
  const total = retryDelays(policy).reduce((sum, delay) => sum + delay, 0);
  if (total > MAX_TOTAL_S)
    throw new Refusal(`${path}: the total retry time must be less than or equal to ${MAX_TOTAL_S} seconds`);
}

function backoffFunction(value: unknown, path: string): RetryPolicy["backoffFunction"] {
  if (absent(value)) return DEFAULT_RETRY_POLICY.backoffFunction;
  const known = BACKOFF_FUNCTIONS.find((name) => name === value);
  if (!known) throw new Refusal(`${path} must be one of ${BACKOFF_FUNCTIONS.join(", ")}`);
  return known;
}

function throttleRules(value: unknown, path: string): DeliveryRules {
  const given = object(value, path);
  onlyMembers(given, ["maxReceivesPerSecond"]);
  if (absent(given.maxReceivesPerSecond)) return {};
  const name = `${path}.maxReceivesPerSecond`;
  return { maxReceivesPerSecond: integer(given.maxReceivesPerSecond, name, 1, Number.MAX_SAFE_INTEGER) };
}

function requestRules(value: unknown, path: string): DeliveryRules {
  const { headerContentType, ...rest } = object(value, path);
  onlyMembers(rest, []);
  if (absent(headerContentType)) return {};
  if (typeof headerContentType !== "string" || !CONTENT_TYPE.test(headerContentType))
    throw new Refusal(`${path}.headerContentType must be a content type that Amazon SNS supports`);
  return { headerContentType };
}

function integer(value: unknown, path: string, least: number, most: number): number {
  if (typeof value !== "number" || !Number.isInteger(value)) throw new Refusal(`${path} must be an integer`);
  if (value < least) throw new Refusal(`${path} must be greater than or equal to ${least}`);
  if (value > most) throw new Refusal(`${path} must be less than or equal to ${most}`);
  return value;
}

function onlyMembers(value: Json, known: readonly string[]): void {
  const unexpected = Object.keys(value).find((name) => !known.includes(name));
  if (unexpected !== undefined) throw new Refusal(`Unexpected JSON member: ${unexpected}`);
}

function object(value: unknown, path: string): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Refusal(`${path} must be a JSON object`);
  return { ...value };
}

function absent(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("failed to parse JSON.");
  }
}
