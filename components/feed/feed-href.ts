import type { Route } from "next";

const SETTINGS = "/configuration/console-settings";

/** The feeds among the settings. */
export const FEEDS_HREF = `${SETTINGS}#feeds` as Route;

export type FeedDialogKind = "feed-on" | "feed-repair" | "feed-off";

/** The settings with a question about one topic's feed. */
export function feedDialogHref(dialog: FeedDialogKind, topicId: string): Route {
  // a query on an existing page
  return `${SETTINGS}?dialog=${dialog}&id=${encodeURIComponent(topicId)}` as Route;
}
