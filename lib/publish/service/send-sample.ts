import "server-only";
import { getDb } from "@/db/client";
import { Allowance } from "@/lib/actions/allowance";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { AppError } from "@/lib/errors";
import { logger } from "@/lib/logger";
import { getTopic } from "@/lib/topics/queries";
import { SAMPLES_PER_MINUTE } from "../constants.ts";
import { sampleNotification, sendableSamples } from "../sample-notification.ts";
import { publishNotification } from "./publish.ts";

type Args = { actor: Actor; topicId: string; sampleId: string; bucket: string; accountId: string };

// on globalThis, because each action may be in a bundle of its own
const g = globalThis as unknown as { proactiveNotificationsSamples?: Allowance };

/**
 * Publishes a sample of the catalog to a topic, marked as a drill: everybody whose filter admits it gets it.
 * @throws AppError "invalid" for a sample that no product of the topic publishes, "too_many" when one person sends
 * many, or what AWS refused.
 */
export async function sendSample(
  { actor, topicId, sampleId, ...place }: Args,
  aws = liveAws(),
): Promise<{ messageId: string }> {
  const topic = getTopic(topicId);
  const sample = sendableSamples(topic.products).find(({ id }) => id === sampleId);
  if (!sample) throw unknownSample();
  g.proactiveNotificationsSamples ??= new Allowance({
    burst: SAMPLES_PER_MINUTE,
    perSecond: SAMPLES_PER_MINUTE / 60,
  });
  const waitSeconds = g.proactiveNotificationsSamples.take(actor.id);
  if (waitSeconds > 0)
    throw new AppError(
      "too_many",
      `You have sent ${SAMPLES_PER_MINUTE} samples within a minute. People get each of them: send the next one in ${waitSeconds} seconds.`,
      { retryAfterSeconds: waitSeconds },
    );
  const notification = sampleNotification(sample, place);
  const { messageId, requestId } = await publishNotification({ topic, ...notification, drill: true }, aws);
  const after = { sample: sampleId, ...place, messageId };
  try {
    getDb().transaction((tx) => {
      const what = { actor, action: "notification.send-sample", subject: topic } as const;
      recordAudit(tx, { ...what, before: null, after, awsRequestId: requestId });
    });
  } catch (error) {
    // it is on its way: saying that it failed would make somebody send it again
    logger().error({ err: error, messageId }, "a sent sample could not be audited");
  }
  return { messageId };
}

function unknownSample(): AppError {
  const message = "The products of this topic publish no such sample. Choose another one.";
  return new AppError("invalid", message, { fieldErrors: { sampleId: [message] } });
}
