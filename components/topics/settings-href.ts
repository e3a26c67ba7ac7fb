import type { Route } from "next";

const settings = "/configuration/console-settings";

export type TopicDialog = "products" | "remove";

/** The settings with a dialog about one topic open. */
export function topicDialogHref(dialog: TopicDialog, id: string): Route {
  // a query on an existing page
  return `${settings}?dialog=${dialog}&id=${encodeURIComponent(id)}` as Route;
}
