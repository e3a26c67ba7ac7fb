import {
  ATTENTION_KINDS,
  type AttentionKind,
  OVERDUE_MS,
  type Protocol,
  type Status,
  type VERDICTS,
} from "./constants.ts";

export const ATTENTION_LABELS: Record<AttentionKind, string> = {
  never: "Delivers nothing",
  partlyDead: "Partly dead",
  overdue: "Waits too long",
  lost: "Lost or unsubscribed",
  unprotected: "Not protected",
};

type Attended = {
  status: Status;
  statusReason: string | null;
  statusSince: Date;
  verdict: (typeof VERDICTS)[number];
  pausedAt: Date | null;
  attributesKnown: boolean;
  protected: boolean;
  protocol: Protocol;
};

/** Why a row needs attention, by the rules by which the database counts such rows; empty when it needs none. */
export function attentionOf(row: Attended, now: Date): AttentionKind[] {
  const { status, statusReason, statusSince, verdict, protocol } = row;
  const isLive = status === "creating" || status === "pending" || status === "confirmed";
  const isJudged = isLive && row.pausedAt === null;
  const isMail = protocol === "email" || protocol === "email-json";
  const holds: Record<AttentionKind, boolean> = {
    never: isJudged && (verdict === "never" || verdict === "alarmOnly" || verdict === "unreadable"),
    partlyDead: isJudged && verdict === "partlyDead",
    overdue:
      status === "pending" &&
      (statusReason === "fell-back" || statusSince.getTime() < now.getTime() - OVERDUE_MS),
    lost: status === "lost" || status === "deleted",
    unprotected: status === "confirmed" && row.attributesKnown && !row.protected && isMail,
  };
  return ATTENTION_KINDS.filter((kind) => holds[kind]);
}
