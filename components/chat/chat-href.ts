import type { Route } from "next";

const CHAT_PATH = "/configuration/proactive-notifications/chat";

type Dialog = { dialog: "add" } | { dialog: "edit" | "off" | "delete"; id: string };

/** The Chat tab of a topic, with a dialog over it where one is named. */
export function chatHref(topicId: string, dialog?: Dialog): Route {
  const params = new URLSearchParams({ topic: topicId, ...dialog });
  // a query on an existing page
  return `${CHAT_PATH}?${params}` as Route;
}
