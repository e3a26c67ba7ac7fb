import type { Route } from "next";
import type { AttentionKind, Status } from "@/lib/subscriptions/constants";

type View = { status?: readonly Status[]; attention?: AttentionKind; q?: string; dialog?: "add" };

/** The subscriptions of a topic, narrowed to what is meant. */
export function subscriptionsHref(topicId: string, { status, attention, q, dialog }: View = {}): Route {
  const params = new URLSearchParams({ topic: topicId });
  if (status) params.set("status", status.join(","));
  if (attention) params.set("attention", attention);
  if (q) params.set("q", q);
  if (dialog) params.set("dialog", dialog);
  // a query on an existing page
  return `/configuration/proactive-notifications?${params}` as Route;
}
