import { getDb } from "@/db/client";
import { forwards } from "@/db/schema/forwards";
import { notifications } from "@/db/schema/notifications";
import { topics } from "@/db/schema/topics";
import { severityOfStored } from "@/lib/notifications/severity";

export const TARGET = "event-bridge";

/** A managed topic. */
export function addTestTopic(id: string) {
  getDb()
    .insert(topics)
    .values({
      id,
      arn: `arn:aws:sns:us-east-1:123456789012:${id}`,
      name: id,
      region: "us-east-1",
      accountId: "123456789012",
      products: ["antivirus"],
      createdAt: new Date(0),
    })
    .run();
}

type Given = { topicId?: string; body?: string; target?: string; result?: string; now?: Date };

/** A stored notification that waits in the outbox, as the intake leaves it. @returns the outbox row's id. */
export function queue(messageId: string, given: Given = {}): number {
  const { topicId = "topic", body = "{}", target = TARGET, result = "Clean", now = new Date(0) } = given;
  const notification = getDb()
    .insert(notifications)
    .values({
      messageId,
      topicId,
      publishedAt: new Date("2026-11-20T08:15:42.123Z"),
      receivedAt: now,
      type: "scanResult",
      result,
      severity: severityOfStored("scanResult", result),
      attributes: {
        notificationType: { type: "String", value: "scanResult" },
        scanResult: { type: "String", value: result },
      },
      body,
    })
    .returning()
    .get();
  return getDb()
    .insert(forwards)
    .values({
      target,
      notificationId: notification.id,
      topicId,
      state: "waiting",
      dueAt: now,
      createdAt: now,
    })
    .returning()
    .get().id;
}
