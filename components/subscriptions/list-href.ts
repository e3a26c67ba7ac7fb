import type { Route } from "next";
import { ATTENTION_KINDS } from "@/lib/subscriptions/constants";
import type { ListQuery } from "@/lib/subscriptions/schema";

export const SUBSCRIPTIONS_PATH = "/configuration/proactive-notifications";

type DialogParams =
  | { dialog: "add"; from?: string }
  /** With the picked rows, with one (`id`), or with all that the search finds. */
  | { dialog: "export"; rows?: "picked"; id?: string }
  | { dialog: "import" | "delete-picked" }
  | { dialog: "edit" | "verdict" | "pause" | "resume" | "delete" | "resend" | "confirm"; id: string };

/** Where one is in the table: the topic and what is searched, filtered, sorted and paged. */
export type ListPlace = { topicId: string; query: ListQuery };

/**
 * The address of the table at `place` with `change` made to it, without what is at its default. Anything but the
 * page itself begins again at the first page. The topic is always named, so that a link shows everybody the same.
 */
export function listHref(
  { topicId, query }: ListPlace,
  change: Partial<ListQuery> = {},
  dialog?: DialogParams,
): Route {
  const next = { ...query, ...(Object.keys(change).length > 0 && { page: 1 }), ...change };
  const params = new URLSearchParams({ topic: topicId });
  if (next.q) params.set("q", next.q);
  for (const facet of ["status", "protocol", "type"] as const)
    if (next[facet].length > 0) params.set(facet, next[facet].join(","));
  if (next.attention.length > 0) params.set("attention", attentionParam(next.attention));
  if (next.sort !== "created" || next.dir !== "desc") {
    params.set("sort", next.sort);
    params.set("dir", next.dir);
  }
  if (next.page > 1) params.set("page", String(next.page));
  if (next.size !== 25) params.set("size", String(next.size));
  for (const [name, value] of Object.entries(dialog ?? {})) params.set(name, value);
  // a known path, and a query that can hold any text
  return `${SUBSCRIPTIONS_PATH}?${params}` as Route;
}

function attentionParam(kinds: ListQuery["attention"]): string {
  return ATTENTION_KINDS.every((kind) => kinds.includes(kind)) ? "any" : kinds.join(",");
}

/** The same table without any search or filter; order and page size stay. */
export function unfilteredHref(place: ListPlace): Route {
  return listHref(place, { q: "", status: [], protocol: [], type: [], attention: [] });
}

/** Whether a search or a filter is active. */
export function isFiltered({ q, status, protocol, type, attention }: ListQuery): boolean {
  return q !== "" || status.length + protocol.length + type.length + attention.length > 0;
}
