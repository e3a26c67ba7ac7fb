export const AUDIT_ACTIONS = [
  "user.create-first-administrator",
  "topic.add",
  "topic.set-products",
  "topic.remove",
  "subscription.create",
  "subscription.import",
  "subscription.set-filter-policy",
  "subscription.set-raw-delivery",
  "subscription.set-dead-letter-queue",
  "subscription.pause",
  "subscription.resume",
  "subscription.delete",
  "subscription.hide",
  "subscription.resend-confirmation",
  "subscription.confirm",
  "subscription.repair",
  "subscription.state-changed",
  "api-token.create",
  "api-token.revoke",
  "notification.send-sample",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What was done, in words that follow the name of who did it. */
export const AUDIT_ACTION_LABELS: Record<AuditAction, string> = {
  "user.create-first-administrator": "Created the first administrator",
  "topic.add": "Added a topic",
  "topic.set-products": "Changed a topic's products",
  "topic.remove": "Stopped managing a topic",
  "subscription.create": "Added a subscription",
  "subscription.import": "Imported a subscription",
  "subscription.set-filter-policy": "Changed a filter",
  "subscription.set-raw-delivery": "Changed raw delivery",
  "subscription.set-dead-letter-queue": "Changed a dead-letter queue",
  "subscription.pause": "Paused a subscription",
  "subscription.resume": "Resumed a subscription",
  "subscription.delete": "Deleted a subscription",
  "subscription.hide": "Hid a subscription",
  "subscription.resend-confirmation": "Resent a confirmation",
  "subscription.confirm": "Confirmed a subscription",
  "subscription.repair": "Repaired a subscription",
  "subscription.state-changed": "Noticed a change at AWS",
  "api-token.create": "Created an API token",
  "api-token.revoke": "Revoked an API token",
  "notification.send-sample": "Sent a sample",
};

export const AUDIT_PAGE_SIZES = [25, 50, 100] as const;
