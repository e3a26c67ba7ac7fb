import "server-only";
import { type PostOutcome, post } from "@/lib/webhooks/service/post";
import type { ChatPlatform } from "../constants.ts";
import { type Judgement, judgeAnswer } from "../judge-answer.ts";
import type { RenderedMessage } from "../render/types.ts";
import { shownAnswer } from "../shown-answer.ts";
import { ID_HEADER, SIGNATURE_HEADER, signatureOf } from "../signature.ts";
import type { Secrets } from "./vault.ts";

export type Attempt = {
  judgement: Judgement;
  /** HTTP's; null without an answer. */
  status: number | null;
  /** The first of the answer, without anything secret. */
  answer: string | null;
};

type Given = {
  platform: ChatPlatform;
  secrets: Secrets;
  message: RenderedMessage;
  /** By which a receiver knows what it has had before. */
  messageId: string;
  timeoutMs?: number | undefined;
};

/** Posts one message and judges the answer. Never throws, and tells nothing secret. */
export async function sendMessage({
  platform,
  secrets,
  message,
  messageId,
  timeoutMs,
}: Given): Promise<Attempt> {
  const { url, signingSecret } = secrets;
  const signed = signingSecret && {
    [ID_HEADER]: messageId,
    [SIGNATURE_HEADER]: signatureOf(signingSecret, message.body, new Date()),
  };
  const headers = { "content-type": message.contentType, "user-agent": "proactive-notifications", ...signed };
  const outcome = await post(
    { url, headers, body: message.body },
    timeoutMs === undefined ? {} : { timeoutMs },
  );
  return {
    judgement: judgeAnswer(platform, outcome, new Date()),
    ...told(outcome, secrets),
  };
}

function told(outcome: PostOutcome, { url, signingSecret }: Secrets): Pick<Attempt, "status" | "answer"> {
  if (outcome.kind === "none") return { status: null, answer: null };
  const answer = shownAnswer(outcome.text, url, signingSecret === null ? [] : [signingSecret]);
  return { status: outcome.status, answer };
}
