import type { forwards } from "@/db/schema/forwards";
import type { notifications } from "@/db/schema/notifications";

export type ForwardRow = typeof forwards.$inferSelect;

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

/**
 * A target that takes so many messages in a time, such as a chat. It chooses itself what goes next, and may tell of
 * many notifications in one message.
 */
export type PacedTarget = {
  /** As in the outbox. */
  id: string;
  next(now: Date): NextMessage;
};

export type NextMessage =
  /** Nothing to send, or not yet. */
  | { kind: "rest"; restMs: number }
  /** `forwards`: the rows of the outbox that it is about. Sending never throws. */
  | { kind: "message"; forwards: readonly ForwardRow[]; send: () => Promise<PacedOutcome> };

/** `kept`: the target could not be had, so nothing was tried, and they keep their place. */
export type PacedOutcome = ForwardOutcome | { kind: "kept" };
