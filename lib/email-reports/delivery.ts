import "server-only";
import { happeningWords } from "@/lib/coverage";
import { wantsEventBridge } from "@/lib/event-bridge/queries";
import { type Feed, findFeed } from "@/lib/feed/queries";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";
import { summarizeForwards } from "@/lib/forwards/queries";
import { rosterOf } from "@/lib/recipients/roster";
import { coverageOf } from "@/lib/recipients/topic-coverage";
import { countAttentionByKind, countByStatus } from "@/lib/subscriptions/queries";
import type { Topic } from "@/lib/topics/queries";
import type { FeedFigure, ForwardDelivery, TopicDelivery } from "./figures.ts";
import type { ReportWindow } from "./window.ts";

/** How delivery stands for a topic now, and whether the console itself received all of the window. */
export function deliveryOf({ id, name, products }: Topic, window: ReportWindow): TopicDelivery {
  const feed = findFeed(id);
  const byStatus = countByStatus(id);
  const attention = new Map(countAttentionByKind(id).map(({ kind, count }) => [kind, count]));
  return {
    id,
    name,
    feed: feedFigure(feed),
    receivingSince: feed && feed.enabledAt > window.from ? feed.enabledAt : null,
    deadLetters: feed?.deadLetters ?? 0,
    confirmed: byStatus.confirmed ?? 0,
    pending: (byStatus.pending ?? 0) + (byStatus.creating ?? 0),
    overdue: attention.get("overdue") ?? 0,
    lost: attention.get("lost") ?? 0,
    neverMatching: attention.get("never") ?? 0,
    blindSpots: happeningWords(coverageOf(rosterOf(id), products).blindSpots.filter(isNews)),
  };
}

/** Nobody has to be told that nothing was found. */
function isNews({ severity }: { severity: string }): boolean {
  return severity !== "none";
}

function feedFigure(feed: Feed | undefined): FeedFigure {
  if (!feed || feed.state === "draining" || feed.state === "starting") return "off";
  if (feed.state === "lost") return "lost";
  return feed.failedAt ? "failing" : "on";
}

/** Targets that are told of what arrives, or have something left to be told. */
export function forwardsNow(): ForwardDelivery[] {
  const { waiting, failed, trouble } = summarizeForwards(EVENT_BRIDGE_TARGET);
  if (!wantsEventBridge() && waiting === 0 && failed === 0) return [];
  return [{ name: "EventBridge", waiting, failed, reason: trouble?.reason ?? null }];
}
