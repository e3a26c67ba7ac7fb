import type { Route } from "next";
import type { SimulationQuery } from "@/lib/recipients/schema";

export const SIMULATE_PATH = "/monitoring/notifications/simulate";

const DEFAULTS: Record<keyof SimulationQuery, string> = {
  mode: "",
  sample: "",
  bucket: "",
  account: "",
  message: "",
  kept: "",
  received: "",
  q: "",
  answer: "",
  protocol: "",
  page: "1",
  size: "25",
};

/**
 * Who gets this, asked of a topic, without what is at its default. The topic is always named, so that a link asks
 * everybody the same.
 */
export function simulateHref(topicId: string, query: Partial<SimulationQuery> = {}): Route {
  const params = new URLSearchParams({ topic: topicId });
  for (const [name, fallback] of Object.entries(DEFAULTS)) {
    const value = String(query[name as keyof SimulationQuery] ?? ""); // DEFAULTS has the names of the query
    if (value !== "" && value !== fallback) params.set(name, value);
  }
  // a known path, and a query that can hold any text
  return `${SIMULATE_PATH}?${params}` as Route;
}

/**
 * Another question than that of a query, without how its answer is filtered and paged. It is not about the received
 * message that was asked about.
 */
export function questionHref(
  topicId: string,
  query: SimulationQuery,
  change: Partial<SimulationQuery>,
): Route {
  const { mode, sample, bucket, account, message, kept, size, q } = query;
  return simulateHref(topicId, { mode, sample, bucket, account, message, kept, size, q, ...change });
}

/** The same question with another view of its answer, from the first page on unless a page is asked for. */
export function viewHref(topicId: string, query: SimulationQuery, change: Partial<SimulationQuery>): Route {
  return simulateHref(topicId, { ...query, page: 1, ...change });
}
