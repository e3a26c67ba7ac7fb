import "server-only";
import { randomUUID } from "node:crypto";
import { getDb } from "@/db/client";
import { channels } from "@/db/schema/channels";
import { parseInput } from "@/lib/actions/parse-input";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { getTopic } from "@/lib/topics/queries";
import { MAX_CHANNELS_PER_TOPIC } from "../constants.ts";
import { countChannels } from "../queries.ts";
import { type ChannelInput, channelSchema } from "../schema.ts";
import { checkUrl } from "./check-url.ts";
import { audited, checkName, selectionColumns } from "./store.ts";
import { newSigningSecret, sealUrl } from "./vault.ts";

/** What is shown after saving. The secret that signs a plain webhook's posts is there this once. */
export type Saved = { id: string; name: string; signingSecret: string | null };

/**
 * Adds a channel, switched on.
 * @throws AppError "invalid" with the fields at fault, "conflict" for a name that is taken or one channel too many.
 */
export function createChannel({ actor, input: raw }: { actor: Actor; input: ChannelInput }): Saved {
  const topic = getTopic(raw.topicId);
  const input = parseInput(channelSchema(topic), raw);
  checkUrl(input.url);
  const { platform, name, layout } = input;
  const id = randomUUID();
  const now = new Date();
  const signing = platform === "webhook" ? newSigningSecret(id) : null;
  return getDb().transaction((tx) => {
    checkName(topic.id, name, null);
    if (countChannels(topic.id) >= MAX_CHANNELS_PER_TOPIC)
      throw new AppError(
        "conflict",
        `A topic has at most ${MAX_CHANNELS_PER_TOPIC} channels. Delete one first.`,
      );
    const created = tx
      .insert(channels)
      .values({
        id,
        topicId: topic.id,
        platform,
        name,
        layout,
        ...selectionColumns(topic, input),
        state: "on",
        stateSince: now,
        ...sealUrl(id, input.url),
        sealedSigningSecret: signing?.sealedSigningSecret ?? null,
        createdAt: now,
        createdBy: actor.name,
        updatedAt: now,
      })
      .returning()
      .get();
    recordAudit(tx, {
      actor,
      action: "channel.create",
      subject: created,
      before: null,
      after: audited(created),
    });
    return { id, name, signingSecret: signing?.signingSecret ?? null };
  });
}
