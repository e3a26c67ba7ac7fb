/** What an answer of AWS is known by, for the audit and for support. */
export type Answered<T> = { value: T; requestId: string | undefined };

/** One row of a listing. AWS puts a literal where a pending or deleted subscription's ARN would stand. */
export type ListedSubscription = {
  protocol: string;
  endpoint: string;
  state: { kind: "confirmed"; arn: string } | { kind: "pending" } | { kind: "deleted" };
};

export type SubscriptionAttributes = {
  arn: string;
  topicArn: string;
  pending: boolean;
  /** Confirmed with AuthenticateOnUnsubscribe: the link in its mails cannot end it. */
  protected: boolean;
  filterPolicy: string | null;
  filterPolicyScope: "MessageAttributes" | "MessageBody";
  rawDelivery: boolean;
  deadLetterQueueArn: string | null;
  subscriptionRoleArn: string | null;
};

export type NewSubscription = {
  topicArn: string;
  protocol: string;
  endpoint: string;
  filterPolicy?: string | undefined;
  filterPolicyScope?: "MessageAttributes" | "MessageBody" | undefined;
  rawDelivery?: boolean | undefined;
  deadLetterQueueArn?: string | undefined;
  subscriptionRoleArn?: string | undefined;
};

/** A change of one attribute: SNS takes one a call. */
export type AttributeChange =
  | { name: "FilterPolicy"; value: string | null }
  | { name: "FilterPolicyScope"; value: "MessageAttributes" | "MessageBody" }
  | { name: "RawMessageDelivery"; value: boolean }
  | { name: "DeadLetterQueue"; value: string | null };

/**
 * SNS in our words. Every call throws AppError: "upstream" when AWS refused (its message and request id kept),
 * "unavailable" when it could not be reached or answered with a fault.
 */
export type SnsPort = {
  /** ARNs of the topics in a region, a page at a time. */
  listTopics(region: string): AsyncIterable<string[]>;
  /** Every subscription of a topic, a page of at most 100 at a time; short pages are no end. */
  listSubscriptions(topicArn: string): AsyncIterable<ListedSubscription[]>;
  /** Throws AppError("not_found") when the topic does not exist. */
  checkTopic(topicArn: string): Promise<Answered<void>>;
  /**
   * Asks for the real ARN, but not every compatible server gives it: then `arn` is null.
   * With no attributes it resends the confirmation of a pending subscription, and never fails on a difference.
   */
  subscribe(subscription: NewSubscription): Promise<Answered<{ arn: string | null }>>;
  /** Confirms so that afterwards only its owner can unsubscribe (AuthenticateOnUnsubscribe). */
  confirmProtected(topicArn: string, token: string): Promise<Answered<{ arn: string }>>;
  /** Null when AWS does not know the subscription (any more). */
  getAttributes(arn: string): Promise<SubscriptionAttributes | null>;
  setAttribute(arn: string, change: AttributeChange): Promise<Answered<void>>;
  unsubscribe(arn: string): Promise<Answered<void>>;
};

export type AwsPorts = { sns: SnsPort };
