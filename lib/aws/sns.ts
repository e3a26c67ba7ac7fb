import "server-only";
import {
  ConfirmSubscriptionCommand,
  GetSubscriptionAttributesCommand,
  GetTopicAttributesCommand,
  ListSubscriptionsByTopicCommand,
  ListTopicsCommand,
  type ListTopicsCommandOutput,
  SetSubscriptionAttributesCommand,
  type SNSClient,
  SubscribeCommand,
  type Subscription,
  UnsubscribeCommand,
} from "@aws-sdk/client-sns";
import { regionOf } from "./arn.ts";
import { isNotFound, translateAwsError } from "./errors.ts";
import { CallLimiter } from "./limiter.ts";
import type {
  Answered,
  AttributeChange,
  ListedSubscription,
  NewSubscription,
  SnsPort,
  SubscriptionAttributes,
} from "./ports.ts";
import { publishAll } from "./publish.ts";

/** SNS through the SDK. `clientFor` gives the client of a region. */
export function snsPort(clientFor: (region: string) => SNSClient): SnsPort {
  const of = (arn: string) => clientFor(regionOf(arn));
  const limiters = new Map<string, CallLimiter>();
  const limited = <T>(action: string, region: string, call: () => Promise<T>) => {
    const key = `${action} ${region}`;
    const limiter = limiters.get(key) ?? new CallLimiter();
    limiters.set(key, limiter);
    return limiter.run(call).catch(rethrow);
  };

  return {
    async *listTopics(region) {
      let NextToken: string | undefined;
      do {
        const page: ListTopicsCommandOutput = await clientFor(region)
          .send(new ListTopicsCommand({ NextToken }))
          .catch(rethrow);
        yield (page.Topics ?? []).flatMap((topic) => topic.TopicArn ?? []);
        NextToken = page.NextToken;
      } while (NextToken);
    },

    async *listSubscriptions(topicArn) {
      let NextToken: string | undefined;
      do {
        const page = await limited("ListSubscriptionsByTopic", regionOf(topicArn), () =>
          of(topicArn).send(new ListSubscriptionsByTopicCommand({ TopicArn: topicArn, NextToken })),
        );
        yield (page.Subscriptions ?? []).flatMap(listed);
        NextToken = page.NextToken;
      } while (NextToken);
    },

    async checkTopic(TopicArn) {
      const answer = await of(TopicArn).send(new GetTopicAttributesCommand({ TopicArn })).catch(rethrow);
      return answered(answer, undefined);
    },

    async subscribe(subscription) {
      const answer = await of(subscription.topicArn)
        .send(
          new SubscribeCommand({
            TopicArn: subscription.topicArn,
            Protocol: subscription.protocol,
            Endpoint: subscription.endpoint,
            Attributes: newAttributes(subscription),
            ReturnSubscriptionArn: true,
          }),
        )
        .catch(rethrow);
      return answered(answer, { arn: realArn(answer.SubscriptionArn) });
    },

    async confirmProtected(TopicArn, Token) {
      const answer = await of(TopicArn)
        .send(new ConfirmSubscriptionCommand({ TopicArn, Token, AuthenticateOnUnsubscribe: "true" }))
        .catch(rethrow);
      return answered(answer, { arn: answer.SubscriptionArn ?? "" });
    },

    async getAttributes(arn) {
      try {
        const answer = await limited("GetSubscriptionAttributes", regionOf(arn), () =>
          of(arn).send(new GetSubscriptionAttributesCommand({ SubscriptionArn: arn })),
        );
        return readAttributes(arn, answer.Attributes ?? {});
      } catch (error) {
        if (isNotFound(error) || (error instanceof Error && isNotFound(error.cause))) return null;
        throw error;
      }
    },

    async setAttribute(arn, change) {
      const answer = await of(arn)
        .send(new SetSubscriptionAttributesCommand({ SubscriptionArn: arn, ...wireChange(change) }))
        .catch(rethrow);
      return answered(answer, undefined);
    },

    async unsubscribe(arn) {
      const answer = await of(arn)
        .send(new UnsubscribeCommand({ SubscriptionArn: arn }))
        .catch(rethrow);
      return answered(answer, undefined);
    },

    publish: (publications) => publishAll(of, publications),
  };
}

function rethrow(error: unknown): never {
  throw translateAwsError(error);
}

function answered<T>(answer: { $metadata: { requestId?: string } }, value: T): Answered<T> {
  return { value, requestId: answer.$metadata.requestId };
}

/** Subscribe answers `pending confirmation` and listings `PendingConfirmation`, where a real ARN is hidden. */
function realArn(text: string | undefined): string | null {
  return text?.startsWith("arn:") ? text : null;
}

function listed({ Protocol, Endpoint, SubscriptionArn }: Subscription): ListedSubscription[] {
  if (!Protocol || Endpoint === undefined) return [];
  const arn = realArn(SubscriptionArn);
  const state: ListedSubscription["state"] = arn
    ? { kind: "confirmed", arn }
    : { kind: SubscriptionArn === "Deleted" ? "deleted" : "pending" };
  return [{ protocol: Protocol, endpoint: Endpoint, state }];
}

function newAttributes(s: NewSubscription): Record<string, string> {
  return {
    ...(s.filterPolicy !== undefined && { FilterPolicy: s.filterPolicy }),
    ...(s.filterPolicy !== undefined &&
      s.filterPolicyScope !== undefined && { FilterPolicyScope: s.filterPolicyScope }),
    ...(s.rawDelivery && { RawMessageDelivery: "true" }),
    ...(s.deadLetterQueueArn && { RedrivePolicy: redrivePolicy(s.deadLetterQueueArn) }),
    ...(s.subscriptionRoleArn && { SubscriptionRoleArn: s.subscriptionRoleArn }),
  };
}

function wireChange(change: AttributeChange): { AttributeName: string; AttributeValue: string } {
  switch (change.name) {
    case "FilterPolicy":
      return { AttributeName: "FilterPolicy", AttributeValue: change.value ?? "{}" };
    case "FilterPolicyScope":
      return { AttributeName: "FilterPolicyScope", AttributeValue: change.value };
    case "RawMessageDelivery":
      return { AttributeName: "RawMessageDelivery", AttributeValue: String(change.value) };
    case "DeadLetterQueue":
      return {
        AttributeName: "RedrivePolicy",
        AttributeValue: change.value ? redrivePolicy(change.value) : "",
      };
  }
}

const redrivePolicy = (deadLetterTargetArn: string) => JSON.stringify({ deadLetterTargetArn });

function readAttributes(arn: string, raw: Record<string, string>): SubscriptionAttributes {
  const policy = raw.FilterPolicy?.trim();
  return {
    arn,
    topicArn: raw.TopicArn ?? "",
    pending: raw.PendingConfirmation === "true",
    protected: raw.ConfirmationWasAuthenticated === "true",
    // AWS removes a policy set to {}; a compatible server may keep the empty object
    filterPolicy: !policy || policy === "{}" ? null : policy,
    filterPolicyScope: raw.FilterPolicyScope === "MessageBody" ? "MessageBody" : "MessageAttributes",
    rawDelivery: raw.RawMessageDelivery === "true",
    deadLetterQueueArn: deadLetterTarget(raw.RedrivePolicy),
    subscriptionRoleArn: raw.SubscriptionRoleArn || null,
  };
}

function deadLetterTarget(redrivePolicyText: string | undefined): string | null {
  if (!redrivePolicyText) return null;
  try {
    const parsed: unknown = JSON.parse(redrivePolicyText);
    const target = typeof parsed === "object" && parsed && "deadLetterTargetArn" in parsed;
    return target && typeof parsed.deadLetterTargetArn === "string" ? parsed.deadLetterTargetArn : null;
  } catch {
    return null;
  }
}
