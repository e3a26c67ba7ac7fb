import type { Route } from "next";
import type { CoverageRowView, HappeningView } from "@/lib/recipients/coverage-view";
import type { PlaceQuery } from "@/lib/recipients/schema";
import { simulateHref } from "./simulate-href.ts";

type Where = { topicId: string; query: PlaceQuery };

/** The dashboard's coverage of a topic, of one place when one is given. */
export function coverageHref(topicId: string, { bucket, account }: Partial<PlaceQuery> = {}): Route {
  const params = new URLSearchParams({ topic: topicId });
  if (bucket) params.set("bucket", bucket);
  if (account) params.set("account", account);
  // a query on an existing page
  return `/?${params}` as Route;
}

/** Who gets a sample of what can happen. */
export function whoHref({ topicId, query }: Where, { sampleId }: Pick<CoverageRowView, "sampleId">): Route {
  return simulateHref(topicId, { ...query, sample: sampleId });
}

/** The wizard, with what nobody is told of chosen already. */
export function addHref(
  { topicId, query }: Where,
  happenings: readonly Pick<HappeningView, "type" | "result">[],
): Route {
  const params = new URLSearchParams({ topic: topicId, dialog: "add" });
  params.set("types", [...new Set(happenings.map(({ type }) => type))].join(","));
  const results = happenings.flatMap(({ result }) => result ?? []);
  if (results.length > 0) params.set("results", results.join(","));
  if (query.bucket) params.set("buckets", query.bucket);
  else if (query.account) params.set("accounts", query.account);
  // a query on an existing page
  return `/configuration/proactive-notifications?${params}` as Route;
}
