export const AUDIT_ACTIONS = [
  "user.create-first-administrator",
  "topic.add",
  "topic.set-products",
  "topic.remove",
  "subscription.create",
  "subscription.set-filter-policy",
  "subscription.set-raw-delivery",
  "subscription.set-dead-letter-queue",
  "subscription.delete",
  "subscription.hide",
  "subscription.resend-confirmation",
  "subscription.confirm",
  "subscription.repair",
  "subscription.state-changed",
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];
