import type { Route } from "next";
import type { SamplesQuery } from "@/lib/notifications/schema";

/** The samples page with `change` made to what it shows. */
export function samplesHref(topicId: string, query: SamplesQuery, change: Partial<SamplesQuery>): Route {
  const { sample, form } = { ...query, ...change };
  const params = new URLSearchParams({ topic: topicId });
  if (sample !== "") params.set("sample", sample);
  if (form !== "sns") params.set("form", form);
  // a known path, and a query that can hold any text
  return `/monitoring/notifications/samples?${params}` as Route;
}
