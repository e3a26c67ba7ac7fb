import type { AppError } from "@/lib/errors";

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
  /**
   * Publishes in order within each topic, in as few calls as SNS allows; the outcomes are in the order given. Never
   * throws: what could not be sent says why. Once AWS cannot be reached, the rest is not tried. "unavailable" leaves
   * open whether the message was taken, so that sending it again may send it twice.
   */
  publish(publications: readonly Publication[]): Promise<PublishOutcome[]>;
};

/** A message as it is published; attribute values are Strings, the only kind the products send. */
export type Publication = {
  topicArn: string;
  subject?: string | undefined;
  message: string;
  attributes: Readonly<Record<string, string>>;
};

/** What became of one publication. */
export type PublishOutcome =
  | { ok: true; messageId: string; requestId: string | undefined }
  | { ok: false; error: AppError };

/** What became of one of several things sent in one call. `senderFault`: sending it again cannot help. */
export type BatchOutcome<T> =
  | ({ ok: true } & T)
  | { ok: false; code: string; message: string; senderFault: boolean };

export type QueueMessage = {
  messageId: string;
  receiptHandle: string;
  body: string;
  /** How often it was received, this time included. */
  receiveCount: number;
};

/** SQS in our words. Queues are named by URL, as SQS does. Failures as for `SnsPort`. */
export type SqsPort = {
  /** Makes the queue, or finds it: then the attributes given here are set on it. */
  createQueue(
    region: string,
    queue: { name: string; attributes: Readonly<Record<string, string>> },
  ): Promise<Answered<{ url: string; arn: string }>>;
  /** Null when there is no such queue. */
  getAttributes(region: string, queueUrl: string): Promise<Record<string, string> | null>;
  setAttributes(
    region: string,
    queueUrl: string,
    attributes: Readonly<Record<string, string>>,
  ): Promise<Answered<void>>;
  /** At most 10 messages; waits up to `waitSeconds` (20 at most) for the first. An aborted wait answers none. */
  receive(
    region: string,
    queueUrl: string,
    options: { waitSeconds: number; visibilitySeconds: number; signal?: AbortSignal | undefined },
  ): Promise<QueueMessage[]>;
  /** Deletes at most 10; the handles that were not deleted come back. */
  deleteMessages(region: string, queueUrl: string, receiptHandles: readonly string[]): Promise<string[]>;
  /** Succeeds when there is no such queue. */
  deleteQueue(region: string, queueUrl: string): Promise<Answered<void>>;
};

export type EventBus = { name: string; arn: string };

export type NewEvent = {
  source: string;
  detailType: string;
  /** JSON text of an object. */
  detail: string;
  time: Date;
};

export type EventRule = {
  name: string;
  busName: string;
  arn: string;
  pattern: string | null;
  enabled: boolean;
  description: string | null;
};

/** EventBridge in our words. Failures as for `SnsPort`. */
export type EventsPort = {
  listBuses(region: string): AsyncIterable<EventBus[]>;
  /** Null when there is no such bus: PutEvents would accept events for it and lose them. */
  findBus(region: string, name: string): Promise<EventBus | null>;
  /** At most 10 events; the outcomes are in the order of the events. */
  putEvents(
    region: string,
    busName: string,
    events: readonly NewEvent[],
  ): Promise<Answered<BatchOutcome<{ eventId: string }>[]>>;
  /** Throws AppError("upstream") with EventBridge's reason when the pattern is not valid. */
  testPattern(region: string, pattern: string, event: string): Promise<boolean>;
  findRule(region: string, busName: string, name: string): Promise<EventRule | null>;
  /** The rules of a bus whose names begin so. */
  listRules(region: string, busName: string, namePrefix: string): Promise<EventRule[]>;
  /** Replaces the rule of this name, if there is one, and leaves it enabled. */
  putRule(
    region: string,
    rule: { name: string; busName: string; pattern: string; description: string },
  ): Promise<Answered<{ arn: string }>>;
  deleteRule(region: string, busName: string, name: string): Promise<Answered<void>>;
  listTargets(region: string, busName: string, rule: string): Promise<{ id: string; arn: string }[]>;
  putTarget(
    region: string,
    busName: string,
    rule: string,
    target: { id: string; arn: string },
  ): Promise<Answered<void>>;
  removeTarget(region: string, busName: string, rule: string, targetId: string): Promise<Answered<void>>;
};

/** CloudWatch Logs, as far as the rule recipe needs it. Failures as for `SnsPort`. */
export type LogsPort = {
  /** Its ARN without the trailing `:*`; null when there is no such group. */
  findGroup(region: string, name: string): Promise<{ arn: string; retentionDays: number | null } | null>;
  createGroup(region: string, name: string): Promise<Answered<void>>;
  setRetention(region: string, name: string, days: number): Promise<Answered<void>>;
  deleteGroup(region: string, name: string): Promise<Answered<void>>;
  listResourcePolicies(region: string): Promise<{ name: string; document: string }[]>;
  putResourcePolicy(region: string, policy: { name: string; document: string }): Promise<Answered<void>>;
  deleteResourcePolicy(region: string, name: string): Promise<Answered<void>>;
};

/** What an account may send in a region. */
export type SesAccount = {
  /** Mails go to verified recipients only. Production access must be asked of AWS. */
  sandbox: boolean;
  /** False while AWS or the account's owner has paused sending. */
  sendingEnabled: boolean;
  enforcement: "healthy" | "probation" | "shutdown";
  /** `perDay` is null where AWS sets no limit. */
  quota: { perDay: number | null; perSecond: number; sentLastDay: number };
};

/** An address or domain that SES may send from once it is verified; a domain stands for all its subdomains. */
export type SesIdentity = {
  name: string;
  kind: "address" | "domain";
  status: "verified" | "pending" | "failed";
};

/**
 * A whole MIME message. It goes to `to`, whatever its header says; senders named there must be verified too. SES puts a
 * Message-ID and Date of its own in place of the message's.
 */
export type RawMail = { from: string; to: string; raw: Uint8Array };

/**
 * What became of one mail. `refused`: as it is, it is never taken. `later`: it was certainly not taken, and may be
 * sent again (throttling, a spent quota, a fault SES tells of, nobody there). `unclear`: it may have been taken.
 */
export type SendOutcome =
  | { ok: true; messageId: string; requestId: string | undefined }
  | { ok: false; kind: "refused" | "later" | "unclear"; error: AppError };

/** SES in our words. Failures as for `SnsPort`. */
export type SesPort = {
  getAccount(region: string): Promise<SesAccount>;
  listIdentities(region: string): Promise<SesIdentity[]>;
  /**
   * The identity by which an address or domain may be sent from: a verified one of the address itself, its domain or
   * a parent domain. Without one, the nearest that is there, or null.
   */
  findIdentity(region: string, name: string): Promise<SesIdentity | null>;
  /** SES mails a link to an address, good for 24 hours. Throws AppError("upstream") when the identity exists. */
  createIdentity(region: string, name: string): Promise<Answered<void>>;
  /** Asks SES once, whatever happens; never throws. */
  sendRaw(region: string, mail: RawMail): Promise<SendOutcome>;
};

export type AwsPorts = { sns: SnsPort; sqs: SqsPort; events: EventsPort; logs: LogsPort; ses: SesPort };
