import type { Route } from "next";
import type { AuditQuery } from "@/lib/audit/schema";

const defaults = { q: "", action: "", page: "1", size: "50" };

/** The audit with `change` applied to the present view; another filter begins at the first page again. */
export function auditHref(query: AuditQuery, change: Partial<AuditQuery>): Route {
  const next = { ...query, page: 1, ...change };
  const params = new URLSearchParams();
  for (const [name, fallback] of Object.entries(defaults)) {
    const value = String(next[name as keyof AuditQuery]); // `defaults` has the names of the query
    if (value !== fallback) params.set(name, value);
  }
  const text = params.toString();
  // a query on an existing page
  return `/monitoring/audit${text ? `?${text}` : ""}` as Route;
}
