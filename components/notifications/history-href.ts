import type { Route } from "next";
import { HISTORY_VIEWS } from "@/lib/notifications/constants";
import type { HistoryQuery } from "@/lib/notifications/schema";

export const HISTORY_PATH = "/monitoring/notifications";

/** Where one is in the history: the topic, and what is looked for. */
export type HistoryPlace = { topicId: string; query: HistoryQuery };

const LISTS = ["product", "type", "result", "bucket", "account"] as const;
const TEXTS = ["q", "from", "to", "before", "after"] as const;

function paramsOf({ topicId, query }: HistoryPlace, change: Partial<HistoryQuery>): URLSearchParams {
  const isOtherPage = "before" in change || "after" in change;
  const next = { ...query, ...(!isOtherPage && { before: "", after: "" }), ...change };
  const params = new URLSearchParams({ topic: topicId });
  if (next.view !== HISTORY_VIEWS[0]) params.set("view", next.view);
  for (const name of LISTS) for (const value of next[name]) params.append(name, value);
  for (const name of TEXTS) if (next[name] !== "") params.set(name, next[name]);
  if (next.size !== 50) params.set("size", String(next.size));
  return params;
}

/**
 * The history with `change` applied to the present view, without what is at its default. Anything but a page itself
 * begins at the newest again. The topic is always named, so that a link shows everybody the same.
 */
export function historyHref(place: HistoryPlace, change: Partial<HistoryQuery> = {}): Route {
  // a known path, and a query that can hold any text
  return `${HISTORY_PATH}?${paramsOf(place, change)}` as Route;
}

/** One message, with the list it was found in, so that one can go on in that. */
export function messageHref(place: HistoryPlace, id: number): Route {
  const { before, after } = place.query;
  // a known path, and a query that can hold any text
  return `${HISTORY_PATH}/${id}?${paramsOf(place, { before, after })}` as Route;
}

/** The history without any search or filter; the page size stays. */
export function unfilteredHref(place: HistoryPlace): Route {
  return historyHref(place, {
    view: "all",
    q: "",
    product: [],
    type: [],
    result: [],
    bucket: [],
    account: [],
    from: "",
    to: "",
  });
}

/** Whether a search or a filter is active; a saved view is none. */
export function isFiltered({ q, from, to, ...query }: HistoryQuery): boolean {
  return q !== "" || from !== "" || to !== "" || LISTS.some((name) => query[name].length > 0);
}
