import "server-only";
import { can } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import type { ProductId } from "@/lib/catalog";
import { isFed } from "@/lib/feed/queries";
import { summarizeForwards } from "@/lib/forwards/queries";
import { rosterOf } from "@/lib/recipients/roster";
import { receiversIn } from "@/lib/recipients/topic-coverage";
import { consequencesOfLosing } from "@/lib/subscriptions/consequences";
import { listKnownNames } from "@/lib/subscriptions/queries";
import { loadCurrentTopic } from "@/lib/topics/loaders";
import { getTopic, type Topic } from "@/lib/topics/queries";
import { type ChannelView, whatOf } from "./channel-view.ts";
import { type Channel, listChannels, listChannelsIn, policyOf } from "./queries.ts";
import { chatSamples } from "./sample-message.ts";

type SearchParams = Record<string, string | string[] | undefined>;

export type ChatTopic = Pick<Topic, "id" | "arn" | "name" | "products">;

export type ChatPage = {
  topic: ChatTopic;
  channels: ChannelView[];
  canChange: boolean;
  /** Chats are fed by the console's own feed: without it nothing reaches them. */
  hasFeed: boolean;
  dialog: ChatDialogView | null;
};

/** What a form needs besides the channel. */
export type ChannelFormOffer = {
  known: { buckets: string[]; accounts: string[] };
  samples: { id: string; title: string }[];
};

export type ChatDialogView =
  | { kind: "add"; offer: ChannelFormOffer }
  | { kind: "edit"; channel: ChannelView; offer: ChannelFormOffer }
  | { kind: "off" | "delete"; channel: ChannelView; losses: readonly string[] };

/** The Chat tab of the current topic, and the dialog that the address names. Null while no topic is managed. */
export async function loadChatPage(params: SearchParams): Promise<ChatPage | null> {
  const actor = await requireActor("console:read");
  const topic = await loadCurrentTopic(typeof params.topic === "string" ? params.topic : undefined);
  if (!topic) return null;
  const { id, arn, name, products } = topic;
  const channels = listChannels(id).map((channel) => viewOf(channel, products));
  const canChange = can(actor, "channels:write");
  return {
    topic: { id, arn, name, products },
    channels,
    canChange,
    hasFeed: isFed(id),
    dialog: canChange ? dialogOf(params, topic, channels) : null,
  };
}

/** Channels that get nothing, or do not get everything, over all topics: for the dashboard. */
export async function loadTroubledChannels(): Promise<ChannelView[]> {
  await requireActor("console:read");
  return listChannelsIn(["on", "broken"])
    .map((channel) => viewOf(channel, getTopic(channel.topicId).products))
    .filter(needsAttention);
}

/** A webhook that does not answer for a minute or two is nothing that anybody must look after. */
const PATIENCE_MS = 5 * 60_000;

function needsAttention({ state, failed, trouble }: ChannelView): boolean {
  if (state === "broken" || failed > 0) return true;
  return trouble !== null && Date.now() - trouble.since.getTime() > PATIENCE_MS;
}

function dialogOf(
  { dialog, id }: SearchParams,
  topic: Topic,
  channels: readonly ChannelView[],
): ChatDialogView | null {
  if (dialog === "add") return { kind: "add", offer: offerOf(topic) };
  const channel = channels.find((each) => each.id === id);
  if (!channel) return null;
  if (dialog === "edit") return { kind: "edit", channel, offer: offerOf(topic) };
  if (dialog !== "off" && dialog !== "delete") return null;
  const receivers = receiversIn(rosterOf(topic.id));
  return { kind: dialog, channel, losses: consequencesOfLosing(receivers, channel.id, topic.products) };
}

function offerOf({ id, products }: Topic): ChannelFormOffer {
  return {
    known: listKnownNames(id),
    samples: chatSamples(products).map((sample) => ({ id: sample.id, title: sample.title })),
  };
}

function viewOf(channel: Channel, products: readonly ProductId[]): ChannelView {
  const { id, topicId, name, platform, layout, selection, state, stateReason, stateSince } = channel;
  const { urlHost, urlLastFour, lastAt, lastStatus, lastOk, lastAnswer } = channel;
  const { trouble, failingSince, heldUntil, createdAt, createdBy, version } = channel;
  const { sent, waiting, failed } = summarizeForwards(id);
  return {
    id,
    topicId,
    name,
    platform,
    layout,
    what: whatOf(policyOf(channel), products),
    selection,
    state,
    stateReason,
    stateSince,
    webhook: { host: urlHost, lastFour: urlLastFour },
    last: lastAt && { at: lastAt, status: lastStatus, isOk: lastOk === true, answer: lastAnswer },
    trouble:
      trouble !== null && failingSince ? { reason: trouble, since: failingSince, until: heldUntil } : null,
    sent,
    waiting,
    failed,
    createdAt,
    createdBy,
    version,
  };
}
