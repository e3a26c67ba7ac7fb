import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import { getTopic, type Topic } from "@/lib/topics/queries";
import { VISIBILITY_GRACE_MS } from "../constants.ts";
import { getSubscription } from "../queries.ts";
import { saveAttributes } from "./read-attributes.ts";
import { type RowChange, type SubscriptionRow, updateSubscription } from "./store.ts";

/**
 * Sends the confirmation again: AWS makes a new link for the same subscription. For one made elsewhere this also
 * tells the ARN that listings hide, and with it the filter.
 * @throws AppError("conflict") unless it is pending, or what AWS refused.
 */
export async function resendConfirmation({ actor, id }: { actor: Actor; id: string }, aws = liveAws()) {
  const row = getPending(id);
  const topic = getTopic(row.topicId);
  const { protocol, endpoint } = row;
  // without attributes: AWS compares only those present, so that this can never fail on a difference
  const { value, requestId } = await aws.sns.subscribe({ topicArn: topic.arn, protocol, endpoint });
  save(topic, row, { arn: value.arn ?? row.arn }, actor, "subscription.resend-confirmation", requestId);
  await readNow(topic, row.id, value.arn, aws);
}

/**
 * Confirms with the link from the mail, in a way that afterwards only the topic's owner can unsubscribe: a link in
 * a later mail, or a scanner that follows it, cannot (SNS guide, AuthenticateOnUnsubscribe).
 * @throws AppError "invalid" when the link is for another subscription, "conflict" unless this one is pending, or what
 * AWS refused.
 */
export async function confirmSubscription(
  { actor, id, link }: { actor: Actor; id: string; link: string },
  aws = liveAws(),
) {
  const row = getPending(id);
  const topic = getTopic(row.topicId);
  const token = tokenIn(link, topic, row);
  const { value, requestId } = await aws.sns.confirmProtected(topic.arn, token).catch(explain);
  if (row.arn && value.arn !== row.arn)
    throw wrongLink("The link confirmed another subscription of this topic. Refresh the list to see which.");
  const now = new Date();
  const change: RowChange = {
    arn: value.arn,
    status: "confirmed",
    statusReason: null,
    statusSince: now,
    protected: true,
    settlesAt: new Date(now.getTime() + VISIBILITY_GRACE_MS),
  };
  save(topic, row, change, actor, "subscription.confirm", requestId);
  await readNow(topic, row.id, value.arn, aws);
}

function getPending(id: string): SubscriptionRow {
  const row = getSubscription(id);
  if (row.status !== "pending")
    throw new AppError(
      "conflict",
      "This subscription is not pending any more. Refresh the list to see its state.",
    );
  return row;
}

/** The token of a SubscribeURL or of a mail's confirmation link, if it is meant for this row. */
function tokenIn(link: string, topic: Topic, row: SubscriptionRow): string {
  const { searchParams } = new URL(link);
  const token = searchParams.get("Token");
  if (!token)
    throw wrongLink(
      "This link holds no confirmation token. Paste the Confirm subscription link of the mail.",
    );
  const topicArn = searchParams.get("TopicArn");
  if (topicArn && topicArn !== topic.arn) throw wrongLink(`This link is for another topic: ${topicArn}.`);
  const endpoint = searchParams.get("Endpoint");
  if (endpoint && endpoint !== row.endpoint)
    throw wrongLink(`This link is for another endpoint: ${endpoint}. Open it for that subscription.`);
  return token;
}

function wrongLink(message: string) {
  return new AppError("invalid", message, { fieldErrors: { link: [message] } });
}

function explain(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== "upstream" || !/token/i.test(error.message)) throw error;
  const message = `${error.message} The link may be older than two days: resend the confirmation and paste the new one.`;
  throw new AppError("invalid", message, {
    fieldErrors: { link: [message] },
    requestId: error.requestId,
    cause: error,
  });
}

/** What AWS holds now; if it cannot say at once, the next sync reads it. */
async function readNow(topic: Topic, id: string, arn: string | null, aws: AwsPorts) {
  const attributes = arn ? await aws.sns.getAttributes(arn).catch(() => null) : null;
  if (attributes) saveAttributes(topic, id, attributes);
}

function save(
  topic: Topic,
  row: SubscriptionRow,
  change: RowChange,
  actor: Actor,
  action: "subscription.confirm" | "subscription.resend-confirmation",
  awsRequestId: string | undefined,
) {
  getDb().transaction((tx) => {
    const after = updateSubscription(tx, topic, row, change);
    recordAudit(tx, {
      actor,
      action,
      subject: { id: row.id, name: row.endpoint },
      before: { status: row.status, protected: row.protected, arn: row.arn },
      after: { status: after.status, protected: after.protected, arn: after.arn },
      awsRequestId,
    });
  });
}
