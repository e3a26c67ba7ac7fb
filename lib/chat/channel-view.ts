import { describeSelection, type ProductId, policyToSelection } from "@/lib/catalog";
import type { FilterPolicy } from "@/lib/filter-policy";
import type { ChannelState, ChatLayout, ChatPlatform } from "./constants.ts";

/** A channel as pages show it: of its secrets the host and the end of the address, and nothing else. */
export type ChannelView = {
  id: string;
  topicId: string;
  name: string;
  platform: ChatPlatform;
  layout: ChatLayout;
  /** What it gets, in words. */
  what: { types: string; filter: string };
  selection: { types: string[]; results: string[]; buckets: string[]; accounts: string[] };
  state: ChannelState;
  stateReason: string | null;
  stateSince: Date;
  webhook: { host: string; lastFour: string };
  last: { at: Date; status: number | null; isOk: boolean; answer: string | null } | null;
  /** While it does not work: why, since when, and when it is tried again. */
  trouble: { reason: string; since: Date; until: Date | null } | null;
  sent: number;
  waiting: number;
  failed: number;
  createdAt: Date;
  createdBy: string;
  version: number;
};

/** What a channel's filter admits, in the words of the catalog. */
export function whatOf(policy: FilterPolicy, products: readonly ProductId[]): ChannelView["what"] {
  const reading = policyToSelection(products, policy);
  if (reading.kind === "selection") return describeSelection(products, reading.selection);
  return { types: "Its own filter", filter: "The topic's products have changed since it was saved" };
}
