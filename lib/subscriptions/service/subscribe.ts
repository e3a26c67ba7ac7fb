import "server-only";
import { getDb } from "@/db/client";
import type { AuditAction } from "@/lib/audit/constants";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import type { AwsPorts } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import { ownFeedOf } from "@/lib/feed/own-endpoint";
import type { Topic } from "@/lib/topics/queries";
import { CONFIRMED_BY_RECIPIENT, PENDING_LIFETIME_MS, VISIBILITY_GRACE_MS } from "../constants.ts";
import { findByEndpoint } from "../queries.ts";
import {
  discardSubscription,
  insertSubscription,
  type SubscriptionRow,
  updateSubscription,
} from "./store.ts";

/** What AWS is asked for; already checked. */
export type Intent = Pick<
  SubscriptionRow,
  | "protocol"
  | "endpoint"
  | "filterPolicy"
  | "filterPolicyScope"
  | "rawDelivery"
  | "deadLetterQueueArn"
  | "subscriptionRoleArn"
>;

type Request = { topic: Topic; actor: Actor; wanted: Intent; action: AuditAction };

/**
 * Subscribes an endpoint with any filter policy. The intent is written first, so that a crash on the way is repaired
 * by the next sync instead of being forgotten; what AWS refuses leaves nothing behind.
 * @throws AppError "conflict" when the endpoint is subscribed already, or what AWS refused.
 */
export async function subscribeEndpoint(request: Request, aws: AwsPorts): Promise<SubscriptionRow> {
  const { topic, actor, wanted } = request;
  if (ownFeedOf(topic)(wanted)) throw ownFeed();
  const intent = takeIntent(topic, actor, wanted);
  try {
    const { value, requestId } = await subscribe(topic, intent, aws);
    const state = await stateAfterSubscribe(intent, value.arn, aws);
    return finish(request, intent, state, requestId);
  } finally {
    underWay.delete(intent.id);
  }
}

function finish(
  { topic, actor, action }: Request,
  intent: SubscriptionRow,
  state: Awaited<ReturnType<typeof stateAfterSubscribe>>,
  awsRequestId: string | undefined,
) {
  return getDb().transaction((tx) => {
    const created = updateSubscription(tx, topic, intent, { ...state, attributesKnown: true });
    recordAudit(tx, {
      actor,
      action,
      subject: { id: created.id, name: created.endpoint },
      before: null,
      after: audited(created),
      awsRequestId,
    });
    return created;
  });
}

/** Ids of intents that this process is asking AWS about: the second of two clicks finds its endpoint here. */
const underWay = new Set<string>();

/**
 * Writes the intent. An endpoint that was lost begins anew in its old row; so does one whose last attempt AWS never
 * answered, because subscribing again with the same attributes changes nothing there.
 */
function takeIntent(topic: Topic, actor: Actor, intent: Intent): SubscriptionRow {
  const now = new Date();
  const taken = getDb().transaction(
    (tx) => {
      const existing = findByEndpoint(topic.id, intent.protocol, intent.endpoint);
      const free =
        existing?.status === "lost" || (existing?.status === "creating" && !underWay.has(existing.id));
      if (existing && !free) throw alreadySubscribed(existing);
      const fresh = {
        ...intent,
        arn: null,
        status: "creating" as const,
        statusReason: null,
        statusSince: now,
        origin: "console" as const,
        createdBy: actor.name,
        createdAt: now,
        pendingExpiresAt: null,
        attributesKnown: true,
        attributesReadAt: null,
        protected: false,
        propagatesUntil: null,
        pausedAt: null,
        pausedUntil: null,
        lastSeenAt: null,
        settlesAt: new Date(now.getTime() + VISIBILITY_GRACE_MS),
      };
      return existing ? updateSubscription(tx, topic, existing, fresh) : insertSubscription(tx, topic, fresh);
    },
    { behavior: "immediate" },
  );
  underWay.add(taken.id);
  return taken;
}

/** Its messages are read by the console, which counts no row of its own as a recipient. */
function ownFeed(): AppError {
  const message =
    "This is the console's own feed of the topic: turn it on in Console Settings. For a queue of yours, choose another one.";
  return new AppError("conflict", message, { fieldErrors: { endpoint: [message] } });
}

function alreadySubscribed(existing: SubscriptionRow): AppError {
  const message =
    existing.status === "deleted"
      ? "The recipient of this endpoint unsubscribed, and AWS refuses to subscribe it again for up to 72 hours."
      : "This endpoint is subscribed to the topic already: SNS takes each endpoint once. Edit that subscription, or use another address.";
  return new AppError("conflict", message, { fieldErrors: { endpoint: [message] } });
}

async function subscribe(topic: Topic, intent: SubscriptionRow, aws: AwsPorts) {
  try {
    return await aws.sns.subscribe({
      topicArn: topic.arn,
      protocol: intent.protocol,
      endpoint: intent.endpoint,
      filterPolicy: intent.filterPolicy ?? undefined,
      // named only where it is not the default: AWS compares what is named with what it has
      filterPolicyScope: intent.filterPolicyScope === "MessageBody" ? "MessageBody" : undefined,
      rawDelivery: intent.rawDelivery,
      deadLetterQueueArn: intent.deadLetterQueueArn ?? undefined,
      subscriptionRoleArn: intent.subscriptionRoleArn ?? undefined,
    });
  } catch (error) {
    // AWS said no: nothing exists. Without an answer it may, and the next sync finds out.
    if (error instanceof AppError && error.code !== "unavailable")
      getDb().transaction((tx) => discardSubscription(tx, intent.id));
    throw explained(error);
  }
}

function explained(error: unknown): unknown {
  if (!(error instanceof AppError)) return error;
  if (!error.message.includes("already exists with different attributes")) return error;
  const message =
    "AWS already has this endpoint on the topic, with another filter. Refresh the list to see it, then edit it there.";
  return new AppError("conflict", message, {
    fieldErrors: { endpoint: [message] },
    requestId: error.requestId,
    cause: error,
  });
}

/** AWS answers the same ARN for a pending and for a confirmed subscription; its attributes tell them apart. */
async function stateAfterSubscribe(intent: SubscriptionRow, arn: string | null, aws: AwsPorts) {
  const now = new Date();
  const attributes = arn ? await aws.sns.getAttributes(arn).catch(() => null) : null;
  const pending = attributes
    ? attributes.pending
    : arn === null || CONFIRMED_BY_RECIPIENT.includes(intent.protocol);
  return {
    arn,
    status: pending ? ("pending" as const) : ("confirmed" as const),
    statusSince: now,
    protected: attributes?.protected ?? false,
    pendingExpiresAt: pending ? new Date(now.getTime() + PENDING_LIFETIME_MS) : null,
    settlesAt: new Date(now.getTime() + VISIBILITY_GRACE_MS),
  };
}

function audited(row: SubscriptionRow) {
  const { protocol, endpoint, arn, status, filterPolicy, rawDelivery, deadLetterQueueArn } = row;
  return { protocol, endpoint, arn, status, filterPolicy, rawDelivery, deadLetterQueueArn };
}
