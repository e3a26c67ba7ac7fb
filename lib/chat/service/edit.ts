import "server-only";
import { getDb } from "@/db/client";
import { parseInput } from "@/lib/actions/parse-input";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { getTopic } from "@/lib/topics/queries";
import { getChannel } from "../queries.ts";
import { type ChannelInput, channelSchema } from "../schema.ts";
import { checkUrl } from "./check-url.ts";
import type { Saved } from "./create.ts";
import { audited, checkName, noTrouble, selectionColumns, updateChannel } from "./store.ts";
import { newSigningSecret, sealUrl } from "./vault.ts";

/**
 * Changes a channel; its platform and its topic stay. With another address its troubles are over, but it stays
 * switched off until somebody switches it on.
 * @throws AppError "invalid" with the fields at fault, "not_found", or "conflict" when the name is taken or somebody
 * else changed it meanwhile.
 */
export function editChannel({ actor, input: raw }: { actor: Actor; input: ChannelInput }): Saved {
  const found = getChannel(raw.id ?? "");
  const topic = getTopic(found.topicId);
  const input = parseInput(channelSchema(topic), raw);
  if (input.url) checkUrl(input.url);
  const { id, platform } = found;
  const { name, layout } = input;
  const renews = platform === "webhook" && input.renewSecret;
  const signing = renews ? newSigningSecret(id) : null;
  return getDb().transaction((tx) => {
    const before = getChannel(id);
    if (before.version !== input.version) throw changedMeanwhile();
    checkName(topic.id, name, id);
    const after = updateChannel(tx, before, {
      name,
      layout,
      ...selectionColumns(topic, input),
      ...(input.url && { ...sealUrl(id, input.url), ...noTrouble }),
      ...(signing && { sealedSigningSecret: signing.sealedSigningSecret }),
    });
    recordAudit(tx, {
      actor,
      action: "channel.edit",
      subject: after,
      before: audited(before),
      after: {
        ...audited(after),
        ...(input.url && { webhookReplaced: true }),
        ...(signing && { signingSecretRenewed: true }),
      },
    });
    return { id, name, signingSecret: signing?.signingSecret ?? null };
  });
}

function changedMeanwhile() {
  return new AppError(
    "conflict",
    "Somebody changed this channel while you were editing it, or it was switched off. Close the dialog and open it again to see what it holds now.",
  );
}
