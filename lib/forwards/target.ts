import type { notifications } from "@/db/schema/notifications";

/** A stored notification on its way. `topicArn` is null once the console no longer manages its topic. */
export type ForwardedNotification = typeof notifications.$inferSelect & { topicArn: string | null };

/** `failed` may pass, so it is tried again; `refused` cannot, so it is parked at once. */
export type ForwardOutcome =
  | { kind: "sent" }
  | { kind: "failed" | "refused"; reason: string; requestId?: string | undefined };

/** Where notifications go on to: EventBridge, or a chat channel. */
export type ForwardTarget = {
  /** As in the outbox. */
  id: string;
  /**
   * Sends the notifications of one topic in order, and answers for as many, from the first on, as it came to; none
   * when `signal` ended it. What it answers `sent` has arrived for certain.
   * @throws AppError when the target cannot be had at all: then every one of them keeps its place, for as long as that
   * lasts.
   */
  send(batch: readonly ForwardedNotification[], signal: AbortSignal): Promise<ForwardOutcome[]>;
};
