import type { PostOutcome } from "@/lib/webhooks/service/post";
import { type ChatPlatform, PLATFORM_LABELS } from "./constants.ts";
import { retryAfter } from "./retry-after.ts";

/**
 * What an attempt came to.
 * sent     taken for certain
 * later    the webhook cannot be had, or asked to wait, until `until` where it said so: nothing was tried
 * failed   this message failed and may pass next time
 * refused  this message will never be taken
 * broken   no message will ever be taken
 */
export type Judgement =
  | { kind: "sent" }
  | { kind: "later"; reason: string; until: Date | null }
  | { kind: "failed" | "refused" | "broken"; reason: string };

/** Judges an answer by the rules of the platform that gave it. */
export function judgeAnswer(platform: ChatPlatform, outcome: PostOutcome, now: Date): Judgement {
  if (outcome.kind === "none") return { kind: "later", reason: outcome.reason, until: null };
  const { text, retryAfter: header } = outcome;
  const status = platform === "teams" ? teamsStatus(outcome) : outcome.status;
  const name = platform === "webhook" ? "The webhook" : PLATFORM_LABELS[platform];
  const lasting = status >= 400 && status < 500 ? lastingTrouble(platform, text) : undefined;
  if (lasting) return { kind: "broken", reason: `${name} says ${lasting} (HTTP ${status}).` };
  if (status >= 200 && status < 300)
    return platform !== "webhook" && isWebPage(text)
      ? { kind: "failed", reason: `A web page answered in place of ${name} (HTTP ${status}).` }
      : { kind: "sent" };
  if (status === 429 || status === 503)
    return {
      kind: "later",
      reason: `${name} asked to wait (HTTP ${status}).`,
      until: retryAfter(header, now),
    };
  if (status >= 300 && status < 400)
    return {
      kind: "broken",
      reason: `${name} leads to another address, which is not followed (HTTP ${status}).`,
    };
  const gone = GONE[status];
  if (gone) return { kind: "broken", reason: `${name} ${gone} (HTTP ${status}).` };
  if (status >= 500 || PASSING.has(status))
    return { kind: "failed", reason: `${name} failed (HTTP ${status}).` };
  return { kind: "refused", reason: `${name} refused the message (HTTP ${status}).` };
}

/** Request timeout, conflict, too early: the same message may be taken a moment later. */
const PASSING = new Set([408, 409, 425]);

const GONE: Readonly<Record<number, string>> = {
  401: "does not accept this address",
  403: "does not accept this address",
  404: "does not exist any more",
  410: "does not exist any more",
};

/**
 * Words by which a webhook says that it will never take a message.
 * Slack: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
 * Teams: a workflow that was turned off.
 */
const LASTING: Partial<Record<ChatPlatform, Readonly<Record<string, string>>>> = {
  slack: {
    no_service: "that the webhook was removed or is invalid: no_service",
    no_service_id: "that the webhook's address is not whole: no_service_id",
    no_active_hooks: "that the webhook is disabled: no_active_hooks",
    invalid_token: "that the webhook's address is not valid: invalid_token",
    no_team: "that the workspace is not known: no_team",
    team_disabled: "that the workspace is no longer active: team_disabled",
    channel_not_found: "that the channel is not there any more: channel_not_found",
    channel_is_archived: "that the channel was archived: channel_is_archived",
    action_prohibited: "that an administrator forbids posts: action_prohibited",
    posting_to_general_channel_denied:
      "that only administrators post to this channel: posting_to_general_channel_denied",
  },
  teams: { WorkflowTriggerIsNotEnabled: "that the workflow is turned off" },
};

function lastingTrouble(platform: ChatPlatform, text: string): string | undefined {
  const found = Object.entries(LASTING[platform] ?? {}).filter(([word]) =>
    new RegExp(`(^|[^\\w])${word}($|[^\\w])`).test(text),
  );
  return found[0]?.[1];
}

/**
 * Connectors of Teams answer 200 and tell in the text that the post failed.
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
function teamsStatus({ status, text }: { status: number; text: string }): number {
  const told = status === 200 ? /HTTP error (\d{3})/.exec(text)?.[1] : undefined;
  return told === undefined ? status : Number(told);
}

const isWebPage = (text: string) => /^\s*(<!doctype html|<html)/i.test(text);
