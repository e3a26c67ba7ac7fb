import { describe, expect, test } from "vitest";
import { DEFAULT_RETRY_POLICY } from "./retry-delays.ts";
import {
  deliveryPolicyProblem,
  effectiveDelivery,
  effectiveDeliveryPolicy,
  effectiveTopicDeliveryPolicy,
} from "./retry-policy.ts";

const retries = (policy: object) => JSON.stringify({ healthyRetryPolicy: policy });
const topicRetries = (policy: object, more: object = {}) =>
  JSON.stringify({ http: { defaultHealthyRetryPolicy: policy, ...more } });

describe("a delivery policy is refused", () => {
  test.each([
    ["healthyRetryPolicy.minDelayTarget must be greater than or equal to 1", { minDelayTarget: 0 }],
    ["healthyRetryPolicy.maxDelayTarget must be less than or equal to 3600", { maxDelayTarget: 3601 }],
    [
      "healthyRetryPolicy.maxDelayTarget must be greater than or equal to minDelayTarget",
      { minDelayTarget: 30, maxDelayTarget: 29 },
    ],
    ["healthyRetryPolicy.numRetries must be less than or equal to 100", { numRetries: 101 }],
    ["healthyRetryPolicy.numRetries must be greater than or equal to 0", { numRetries: -1 }],
    ["healthyRetryPolicy.numRetries must be an integer", { numRetries: "3" }],
    ["healthyRetryPolicy.numNoDelayRetries must be an integer", { numNoDelayRetries: 1.5 }],
    [
      "healthyRetryPolicy.numRetries must be greater than or equal to the sum of numNoDelayRetries, numMinDelayRetries and numMaxDelayRetries",
      { numRetries: 3, numNoDelayRetries: 2, numMaxDelayRetries: 2 },
    ],
    [
      "healthyRetryPolicy.backoffFunction must be one of arithmetic, exponential, geometric, linear",
      { backoffFunction: "cubic" },
    ],
    [
      "healthyRetryPolicy: the total retry time must be less than or equal to 3600 seconds",
      { numRetries: 100, minDelayTarget: 37, maxDelayTarget: 37 },
    ],
    ["Unexpected JSON member: retries", { retries: 1 }],
  ])("with %s", (message, policy) => {
    expect(deliveryPolicyProblem(retries(policy))).toBe(message);
  });

  test.each([
    ["failed to parse JSON.", "{"],
    ["Delivery policy must be a JSON object", "[]"],
    ["healthyRetryPolicy must be a JSON object", '{"healthyRetryPolicy":5}'],
    ["Unexpected JSON member: http", '{"http":{}}'],
    [
      "throttlePolicy.maxReceivesPerSecond must be greater than or equal to 1",
      '{"throttlePolicy":{"maxReceivesPerSecond":0}}',
    ],
    [
      "requestPolicy.headerContentType must be a content type that Amazon SNS supports",
      '{"requestPolicy":{"headerContentType":"image/png"}}',
    ],
  ])("with %s", (message, text) => {
    expect(deliveryPolicyProblem(text)).toBe(message);
  });

  test.each([
    ["Unexpected JSON member: throttlePolicy", '{"throttlePolicy":{}}'],
    [
      "http.defaultHealthyRetryPolicy.numRetries must be less than or equal to 100",
      topicRetries({ numRetries: 101 }),
    ],
    [
      "http.disableSubscriptionOverrides must be true or false",
      '{"http":{"disableSubscriptionOverrides":"yes"}}',
    ],
  ])("on a topic with %s", (message, text) => {
    expect(deliveryPolicyProblem(text, "topic")).toBe(message);
  });
});

describe("a delivery policy is accepted", () => {
  test.each([
    "",
    "{}",
    retries({ numRetries: 5 }),
    retries({ numRetries: 100, minDelayTarget: 36, maxDelayTarget: 36 }),
    '{"requestPolicy":{"headerContentType":"application/json"},"throttlePolicy":null}',
  ])("%j", (text) => {
    expect(deliveryPolicyProblem(text)).toBeNull();
  });

  test("as the effective policy came", () => {
    expect(deliveryPolicyProblem(effectiveDeliveryPolicy(undefined, undefined))).toBeNull();
    expect(deliveryPolicyProblem(effectiveTopicDeliveryPolicy(undefined), "topic")).toBeNull();
  });
});

describe("what applies", () => {
  test("is AWS's default where nobody says anything", () => {
    expect(effectiveDelivery(undefined, undefined)).toEqual({
      retry: DEFAULT_RETRY_POLICY,
      headerContentType: "text/plain; charset=UTF-8",
      maxReceivesPerSecond: null,
    });
  });

  test("is the subscription's word before the topic's, part by part", () => {
    const subscription = JSON.stringify({
      healthyRetryPolicy: { numRetries: 7 },
      throttlePolicy: { maxReceivesPerSecond: 10 },
    });
    const topic = topicRetries(
      { numRetries: 1 },
      { defaultRequestPolicy: { headerContentType: "application/json" } },
    );
    expect(effectiveDelivery(subscription, topic)).toEqual({
      retry: { ...DEFAULT_RETRY_POLICY, numRetries: 7 },
      headerContentType: "application/json",
      maxReceivesPerSecond: 10,
    });
  });

  test("is the topic's word alone where it forbids overrides", () => {
    const topic = topicRetries({ numRetries: 1 }, { disableSubscriptionOverrides: true });
    expect(effectiveDelivery(retries({ numRetries: 7 }), topic).retry.numRetries).toBe(1);
  });

  test("comes in AWS's layout for subscriptions", () => {
    expect(JSON.parse(effectiveDeliveryPolicy('{"throttlePolicy":{"maxReceivesPerSecond":2}}', ""))).toEqual({
      healthyRetryPolicy: DEFAULT_RETRY_POLICY,
      sicklyRetryPolicy: null,
      throttlePolicy: { maxReceivesPerSecond: 2 },
      requestPolicy: { headerContentType: "text/plain; charset=UTF-8" },
      guaranteed: false,
    });
  });

  test("comes in AWS's layout for topics", () => {
    expect(JSON.parse(effectiveTopicDeliveryPolicy(topicRetries({ numRetries: 0 })))).toEqual({
      http: {
        defaultHealthyRetryPolicy: { ...DEFAULT_RETRY_POLICY, numRetries: 0 },
        disableSubscriptionOverrides: false,
        defaultRequestPolicy: { headerContentType: "text/plain; charset=UTF-8" },
      },
    });
  });

  test("cannot be told from a policy that was never accepted", () => {
    expect(() => effectiveDelivery("{", undefined)).toThrow("subscription's DeliveryPolicy cannot be used");
  });
});
