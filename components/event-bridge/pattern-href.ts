import type { Route } from "next";

/** The page that makes event patterns, of a subscription's filter where one is named. */
export function patternHref(from?: { topicId: string; id: string }): Route {
  const page = "/configuration/console-settings/event-pattern";
  if (!from) return page as Route;
  // a query on an existing page
  return `${page}?${new URLSearchParams({ topic: from.topicId, from: from.id })}` as Route;
}
