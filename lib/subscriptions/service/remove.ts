import "server-only";
import { getDb } from "@/db/client";
import type { AuditAction } from "@/lib/audit/constants";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { AppError } from "@/lib/errors";
import { getTopic } from "@/lib/topics/queries";
import { VISIBILITY_GRACE_MS } from "../constants.ts";
import { getSubscription } from "../queries.ts";
import { type SubscriptionRow, updateSubscription } from "./store.ts";

/**
 * Deletes a confirmed subscription at AWS.
 * @throws AppError("conflict") for a pending one, which AWS cannot unsubscribe, or what AWS refused.
 */
export async function deleteSubscription({ actor, id }: { actor: Actor; id: string }, aws = liveAws()) {
  const row = getSubscription(id);
  if (row.status === "pending")
    throw new AppError(
      "conflict",
      "AWS cannot unsubscribe a subscription that is pending confirmation: it expires by itself. You can hide it here.",
    );
  if (row.status !== "confirmed" || !row.arn)
    throw new AppError(
      "conflict",
      "AWS no longer delivers to this subscription. You can remove it from the list.",
    );
  const { requestId } = await aws.sns.unsubscribe(row.arn);
  take(row, actor, "subscription.delete", requestId);
}

/**
 * Takes a row that AWS cannot delete, or no longer has, out of the list. A pending one comes back by itself when it
 * is confirmed after all: what is delivered must be shown.
 * @throws AppError("conflict") for a confirmed one, which must be deleted instead.
 */
export function hideSubscription({ actor, id }: { actor: Actor; id: string }) {
  const row = getSubscription(id);
  if (row.status === "confirmed")
    throw new AppError(
      "conflict",
      "This subscription is confirmed and delivers. Delete it instead of hiding it.",
    );
  if (row.status === "creating")
    throw new AppError(
      "conflict",
      "AWS has not answered yet whether this subscription exists. Refresh the list first.",
    );
  take(row, actor, "subscription.hide", undefined);
}

/** The row stays as a tombstone, so that a listing that lags behind cannot bring it back. */
function take(row: SubscriptionRow, actor: Actor, action: AuditAction, awsRequestId: string | undefined) {
  const now = new Date();
  const topic = getTopic(row.topicId);
  getDb().transaction((tx) => {
    updateSubscription(tx, topic, row, {
      status: "removed",
      statusReason: null,
      statusSince: now,
      settlesAt: row.status === "confirmed" ? new Date(now.getTime() + VISIBILITY_GRACE_MS) : null,
    });
    recordAudit(tx, {
      actor,
      action,
      subject: { id: row.id, name: row.endpoint },
      before: { protocol: row.protocol, arn: row.arn, status: row.status, filterPolicy: row.filterPolicy },
      after: null,
      awsRequestId,
    });
  });
}
