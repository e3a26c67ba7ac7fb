import type { Route } from "next";
import type { Status } from "@/lib/subscriptions/constants";

type View = { status?: readonly Status[]; q?: string; dialog?: "add" };

/** The subscriptions of a topic, narrowed to what is meant. */
export function subscriptionsHref(topicId: string, { status, q, dialog }: View = {}): Route {
  const params = new URLSearchParams({ topic: topicId });
  if (status) params.set("status", status.join(","));
  if (q) params.set("q", q);
  if (dialog) params.set("dialog", dialog);
  // a query on an existing page
  return `/configuration/proactive-notifications?${params}` as Route;
}
