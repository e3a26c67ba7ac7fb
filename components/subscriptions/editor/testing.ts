import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";

const now = new Date("2026-01-02T03:04:05Z");
export const topicArn = "arn:aws:sns:us-east-1:123456789012:Notifications";

/** For tests: a confirmed subscription of a queue without a filter, but for `change`. */
export const subscription = (change: Partial<SubscriptionDetail>): SubscriptionDetail => ({
  id: "s1",
  protocol: "sqs",
  endpoint: "arn:aws:sqs:us-east-1:123456789012:q",
  arn: `${topicArn}:s1`,
  status: "confirmed",
  statusReason: null,
  statusSince: now,
  origin: "console",
  createdBy: "Ada",
  createdAt: now,
  pendingExpiresAt: null,
  typesText: "",
  summary: "",
  filterKind: "all",
  rawDelivery: true,
  deadLetterQueueArn: null,
  protected: false,
  propagatesUntil: null,
  pausedAt: null,
  pausedUntil: null,
  verdict: { kind: "all", sentence: "", canRepair: false },
  attention: [],
  version: 3,
  topic: { id: "t1", arn: topicArn, name: "Notifications", products: ["antivirus"] },
  filter: { kind: "all" },
  scope: "MessageAttributes",
  ...change,
});

/** For tests: a filter that the form can hold. */
export const infected = {
  kind: "selection",
  selection: { types: ["scanResult"], results: ["Infected"], buckets: [], accounts: [] },
  policyText: '{"notificationType":["scanResult"],"scanResult":["Infected"]}',
} as const satisfies SubscriptionDetail["filter"];

/** For tests: a filter that the form cannot hold. */
export const custom = { kind: "custom", reason: "Why.", policyText: '{"key":["a"]}' } as const;
