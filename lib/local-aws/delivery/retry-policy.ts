import {
  type DeliveryPolicyLevel,
  type DeliveryRules,
  parseDeliveryPolicy,
} from "./parse-delivery-policy.ts";
import { DEFAULT_RETRY_POLICY, type RetryPolicy } from "./retry-delays.ts";

const DEFAULT_CONTENT_TYPE = "text/plain; charset=UTF-8";

/** The rules that apply to deliveries: retries, the Content-Type of notifications, and the rate if limited. */
export type EffectiveDelivery = {
  retry: RetryPolicy;
  headerContentType: string;
  maxReceivesPerSecond: number | null;
};

/**
 * What AWS says against a `DeliveryPolicy` attribute, as the text that follows `DeliveryPolicy: `; null when it
 * is accepted. The empty text, which removes a policy, is accepted. Never throws.
 */
export function deliveryPolicyProblem(
  text: string,
  level: DeliveryPolicyLevel = "subscription",
): string | null {
  const parsed = parseDeliveryPolicy(text, level);
  return parsed.ok ? null : parsed.message;
}

/**
 * What applies to a subscription: its own policy, where that is silent or overridden the topic's, and else AWS's
 * defaults. Throws for a text that `deliveryPolicyProblem` refuses.
 */
export function effectiveDelivery(
  subscriptionPolicyJson: string | undefined,
  topicPolicyJson: string | undefined,
): EffectiveDelivery {
  const topic = accepted(topicPolicyJson, "topic");
  const own = topic.disableSubscriptionOverrides ? {} : accepted(subscriptionPolicyJson, "subscription");
  return {
    retry: own.retry ?? topic.retry ?? DEFAULT_RETRY_POLICY,
    headerContentType: own.headerContentType ?? topic.headerContentType ?? DEFAULT_CONTENT_TYPE,
    maxReceivesPerSecond: own.maxReceivesPerSecond ?? topic.maxReceivesPerSecond ?? null,
  };
}

/** The value of a subscription's `EffectiveDeliveryPolicy`, in AWS's layout. Throws as `effectiveDelivery` does. */
export function effectiveDeliveryPolicy(
  subscriptionPolicyJson: string | undefined,
  topicPolicyJson: string | undefined,
): string {
  const { retry, headerContentType, maxReceivesPerSecond } = effectiveDelivery(
    subscriptionPolicyJson,
    topicPolicyJson,
  );
  return JSON.stringify({
    healthyRetryPolicy: retry,
    sicklyRetryPolicy: null,
    throttlePolicy: maxReceivesPerSecond === null ? null : { maxReceivesPerSecond },
    requestPolicy: { headerContentType },
    guaranteed: false,
  });
}

/** The value of a topic's `EffectiveDeliveryPolicy`, in AWS's layout. Throws as `effectiveDelivery` does. */
export function effectiveTopicDeliveryPolicy(topicPolicyJson: string | undefined): string {
  const { retry, headerContentType, maxReceivesPerSecond } = effectiveDelivery(undefined, topicPolicyJson);
  const { disableSubscriptionOverrides = false } = accepted(topicPolicyJson, "topic");
  return JSON.stringify({
    http: {
      defaultHealthyRetryPolicy: retry,
      disableSubscriptionOverrides,
      ...(maxReceivesPerSecond === null ? {} : { defaultThrottlePolicy: { maxReceivesPerSecond } }),
      defaultRequestPolicy: { headerContentType },
    },
  });
}

function accepted(text: string | undefined, level: DeliveryPolicyLevel): DeliveryRules {
  const parsed = parseDeliveryPolicy(text ?? "", level);
  if (!parsed.ok) throw new Error(`The ${level}'s DeliveryPolicy cannot be used: ${parsed.message}`);
  return parsed.value;
}
