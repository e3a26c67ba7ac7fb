import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";

export type DialogProps = { subscription: SubscriptionDetail; onClose: () => void };
