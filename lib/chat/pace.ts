import type { ChatPlatform } from "./constants.ts";

/**
 * Messages a second that a webhook takes in the long run.
 * Slack: https://docs.slack.dev/apis/web-api/rate-limits
 * Teams: https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 * Chime: https://docs.aws.amazon.com/chime/latest/ug/webhooks.html
 * A plain webhook is some program's; ten a second overwhelm none.
 */
export const MESSAGES_PER_SECOND: Record<ChatPlatform, number> = {
  slack: 1,
  teams: 4,
  chime: 1,
  webhook: 10,
};

export const MINUTE_MS = 60_000;

/** Kept free of each minute for folds: one for the worst, one for the rest. */
const FOLDS = 2;

/** What is known of a channel when its next message is chosen. */
export type Load = {
  now: Date;
  /** The latest attempt. */
  lastAt: Date | null;
  heldUntil: Date | null;
  /** The minute that is counted, and how many messages went in it. */
  minute: { from: Date | null; sent: number };
  waiting: number;
};

export type Step =
  | { kind: "rest"; restMs: number }
  /** One notification: what waits longest, or in a flood what is worst. */
  | { kind: "one"; order: "arrival" | "severity" }
  /** All that waits in one message: the worst first, in one of their own. */
  | { kind: "fold" };

/** How long an idle channel rests: what arrives meanwhile waits as long. */
const IDLE_MS = 500;

/**
 * What a channel does next. Within a minute everything goes one by one while the rate allows it; when more waits, the
 * worst goes one by one, and when the minute has room for nothing but that, the rest is told in one message. A program
 * behind a plain webhook wants each and has no eyes to tire, so that what is for it is never folded.
 */
export function nextStep(platform: ChatPlatform, load: Load): Step {
  const { now, waiting } = load;
  if (waiting === 0) return { kind: "rest", restMs: IDLE_MS };
  const perSecond = MESSAGES_PER_SECOND[platform];
  const waitMs = Math.max(ahead(load.heldUntil, now), pause(load.lastAt, now, 1_000 / perSecond));
  if (waitMs > 0) return { kind: "rest", restMs: waitMs };
  if (platform === "webhook") return { kind: "one", order: "arrival" };
  const perMinute = perSecond * 60;
  const sent = sentThisMinute(load.minute, now);
  const room = perMinute - sent;
  if (waiting <= room) return { kind: "one", order: "arrival" };
  if (sent < perMinute - FOLDS) return { kind: "one", order: "severity" };
  if (room > 0) return { kind: "fold" };
  return { kind: "rest", restMs: pause(load.minute.from, now, MINUTE_MS) };
}

/** How many messages went in the minute that lasts; 0 when a new one begins now. */
export function sentThisMinute({ from, sent }: Load["minute"], now: Date): number {
  return pause(from, now, MINUTE_MS) > 0 ? sent : 0;
}

/** No hold is longer: a time beyond it is of a clock that was put back since. */
const LONGEST_HOLD_MS = 3_600_000;

function ahead(until: Date | null, now: Date): number {
  const aheadMs = (until?.getTime() ?? 0) - now.getTime();
  return aheadMs > LONGEST_HOLD_MS ? 0 : Math.max(0, aheadMs);
}

/** What is left of a time that began at `from`; nothing when that lies in the future. */
function pause(from: Date | null, now: Date, ms: number): number {
  const passedMs = from ? now.getTime() - from.getTime() : ms;
  return passedMs < 0 ? 0 : Math.max(0, ms - passedMs);
}
