import "server-only";
import type { ProductId } from "@/lib/catalog";
import { whatOf } from "@/lib/chat/channel-view";
import { PLATFORM_LABELS } from "@/lib/chat/constants";
import { type Channel, channelsRevision, listChannels, policyOf } from "@/lib/chat/queries";
import { isFed } from "@/lib/feed/queries";
import { findTopic } from "@/lib/topics/queries";
import type { Recipient } from "./read-roster.ts";

/** The topic's chat channels as recipients, by name. Without a feed, and while one is off, it is as good as paused. */
export function channelRecipients(topicId: string): Recipient[] {
  const products = findTopic(topicId)?.products ?? [];
  const isFedNow = isFed(topicId);
  return listChannels(topicId).map((channel) => recipientOf(channel, products, isFedNow));
}

/** Changes with everything that `channelRecipients` answers. */
export function channelRecipientsRevision(topicId: string): string {
  const products = findTopic(topicId)?.products.join() ?? "";
  return `${isFed(topicId)} ${products} ${channelsRevision(topicId)}`;
}

function recipientOf(channel: Channel, products: readonly ProductId[], isFedNow: boolean): Recipient {
  const { id, platform, name, state, stateSince, urlHost, filterPolicy } = channel;
  const policy = policyOf(channel);
  const { types, filter } = whatOf(policy, products);
  const words = [name, PLATFORM_LABELS[platform], urlHost, types, filter, filterPolicy];
  return {
    id,
    protocol: platform,
    endpoint: name,
    status: "confirmed",
    statusReason: null,
    pausedAt: state === "on" && isFedNow ? null : stateSince,
    pausedUntil: null,
    propagatesUntil: null,
    summary: filter,
    typesText: types,
    searchText: words.join(" ").toLowerCase(),
    filter: { kind: "read", policy },
  };
}
