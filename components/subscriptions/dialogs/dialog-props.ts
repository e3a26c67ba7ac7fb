import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";

export type DialogProps = { subscription: SubscriptionDetail; onClose: () => void };

/** For what stops delivery: with what would have no recipient then, in sentences. */
export type LossDialogProps = DialogProps & { losses: readonly string[] };
