import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { getDb } from "@/db/client";
import { Allowance } from "@/lib/actions/allowance";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { getTopic } from "@/lib/topics/queries";
import { PLATFORM_LABELS } from "../constants.ts";
import { getChannel } from "../queries.ts";
import { renderMessage } from "../render/render-message.ts";
import { asNotification, chosenChatSample } from "../sample-message.ts";
import type { testChannelSchema } from "../schema.ts";
import { checkUrl } from "./check-url.ts";
import { sendMessage } from "./send.ts";
import { openSecrets, type Secrets } from "./vault.ts";

export type TestSent = {
  ok: boolean;
  /** HTTP's; null without an answer. */
  status: number | null;
  answer: string | null;
  /** What was wrong; null when it was taken. */
  reason: string | null;
};

/** People try a few times; more is somebody looking for what answers inside the network. */
const tests = new Allowance({ burst: 10, perSecond: 0.2 });

/**
 * Sends a sample, marked as a drill, to the address that was typed or to the stored one, and tells what was answered.
 * It changes nothing of the channel.
 * @throws AppError "invalid" for an address that cannot be called, "not_found", "conflict", or "too_many".
 */
export async function sendTest({
  actor,
  input,
}: {
  actor: Actor;
  input: z.output<typeof testChannelSchema>;
}): Promise<TestSent> {
  const waitSeconds = tests.take(actor.id);
  if (waitSeconds > 0)
    throw new AppError("too_many", `That were many tests. Try again in ${waitSeconds} seconds.`, {
      retryAfterSeconds: waitSeconds,
    });
  const topic = getTopic(input.topicId);
  const { secrets, subject, host } = targetOf(input);
  const sample = chosenChatSample(topic.products, input.sampleId);
  const notification = asNotification(sample, topic, { at: new Date(), isDrill: true });
  const options = { consoleUrl: readEnv().consoleUrl, topicName: topic.name };
  const message = renderMessage(input.platform, input.layout, notification, options);
  const messageId = `test-${randomUUID()}`;
  const { judgement, status, answer } = await sendMessage({
    platform: input.platform,
    secrets,
    message,
    messageId,
  });
  const reason = judgement.kind === "sent" ? null : judgement.reason;
  getDb().transaction((tx) =>
    recordAudit(tx, {
      actor,
      action: "channel.send-test",
      subject,
      before: null,
      after: { host, layout: input.layout, sample: sample.id, status, ...(reason && { reason }) },
    }),
  );
  return { ok: judgement.kind === "sent", status, answer, reason };
}

type Target = { secrets: Secrets; subject: { id: string; name: string }; host: string };

/** A typed address is tried unsigned: the secret is made when the channel is saved. */
function targetOf({ id, url, platform }: z.output<typeof testChannelSchema>): Target {
  const channel = id === null ? null : getChannel(id);
  const stored = channel && openSecrets(channel);
  const subject = channel ?? { id: "new-channel", name: `A new channel of ${PLATFORM_LABELS[platform]}` };
  if (url) {
    checkUrl(url);
    return {
      secrets: { url, signingSecret: stored?.signingSecret ?? null },
      subject,
      host: new URL(url).host,
    };
  }
  if (!channel || !stored) {
    const message = channel
      ? "The stored address cannot be read any more. Paste it again."
      : "Paste the address of the webhook.";
    throw new AppError("invalid", message, { fieldErrors: { url: [message] } });
  }
  return { secrets: stored, subject, host: channel.urlHost };
}
