import type { Route } from "next";
import type { LogsQuery } from "@/lib/log-groups/schema";

/** The log groups with `change` applied to the present view. */
export function logsHref(query: LogsQuery, change: Partial<LogsQuery>): Route {
  const { group, q, page } = { ...query, ...change };
  const params = new URLSearchParams();
  if (group) params.set("group", group);
  if (q) params.set("q", q);
  if (page) params.set("page", page);
  const text = params.toString();
  // a query on an existing page
  return `/local-aws/logs${text ? `?${text}` : ""}` as Route;
}
