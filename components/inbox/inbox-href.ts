import type { Route } from "next";
import type { InboxQuery } from "@/lib/inbox/schema";

/** The inbox with `change` applied to the present view. */
export function inboxHref(query: InboxQuery, change: Partial<InboxQuery>): Route {
  const { q, page, mail, view } = { ...query, ...change };
  const params = new URLSearchParams();
  if (q) params.set("q", q);
  if (page) params.set("page", page);
  if (mail) params.set("mail", mail);
  if (view) params.set("view", view);
  const text = params.toString();
  // a query on an existing page
  return `/local-aws/inbox${text ? `?${text}` : ""}` as Route;
}
