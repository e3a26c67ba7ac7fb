import "server-only";
import { requireActor } from "@/lib/auth/session";
import type { ProductId } from "@/lib/catalog";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { listFeeds } from "@/lib/feed/queries";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";
import {
  type FailedForward,
  type ForwardSummary,
  listFailed,
  summarizeForwards,
} from "@/lib/forwards/queries";
import { findSetting } from "@/lib/settings/queries";
import { getSubscription, listKnownNames } from "@/lib/subscriptions/queries";
import { loadCurrentTopic } from "@/lib/topics/loaders";
import { type PatternStart, patternStart } from "./pattern-start.ts";
import { eventBridgeSettings } from "./settings.ts";

const FAILED_SHOWN = 20;

export type EventBridgeCard = {
  enabled: boolean;
  busName: string;
  version: number;
  /** The console's own region, in which the bus is. */
  region: string;
  forwards: ForwardSummary;
  /** The first of what was parked. */
  failed: FailedForward[];
  /** Whether anything arrives that could be forwarded. */
  hasFeed: boolean;
};

/** The card *AWS EventBridge Proactive Notifications*. Asks AWS nothing. */
export async function loadEventBridgeCard(): Promise<EventBridgeCard> {
  await requireActor("console:read");
  const { value, version } = findSetting(eventBridgeSettings);
  return {
    ...value,
    version,
    region: readEnv().awsRegion,
    forwards: summarizeForwards(EVENT_BRIDGE_TARGET),
    failed: listFailed(EVENT_BRIDGE_TARGET, FAILED_SHOWN),
    hasFeed: listFeeds().some(({ state }) => state !== "draining"),
  };
}

export type PatternBuilder = {
  topic: { id: string; arn: string; name: string; region: string; accountId: string; products: ProductId[] };
  known: { buckets: string[]; accounts: string[] };
  start: PatternStart;
  busName: string;
  enabled: boolean;
  region: string;
  /** The embedded AWS runs, whose log groups have a page of their own. */
  hasLocalLogs: boolean;
};

type SearchParams = Record<string, string | string[] | undefined>;

/** The page that makes event patterns, for the current topic. Null while no topic is managed. */
export async function loadPatternBuilder(params: SearchParams): Promise<PatternBuilder | null> {
  await requireActor("console:read");
  const topic = await loadCurrentTopic(typeof params.topic === "string" ? params.topic : undefined);
  if (!topic) return null;
  const { id, arn, name, region, accountId, products } = topic;
  return {
    topic: { id, arn, name, region, accountId, products },
    known: listKnownNames(id),
    start: patternStart(findRow(id, params.from), products),
    ...findSetting(eventBridgeSettings).value,
    region: readEnv().awsRegion,
    hasLocalLogs: readEnv().LOCAL_AWS_URL !== undefined,
  };
}

/** The subscription of this topic that the address names, if it is still there. */
function findRow(topicId: string, id: unknown) {
  if (typeof id !== "string") return undefined;
  try {
    const row = getSubscription(id);
    return row.topicId === topicId ? row : undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  }
}
