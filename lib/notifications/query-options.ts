import { queryOptions } from "@tanstack/react-query";
import type { News } from "./constants.ts";

const POLL_MS = 5_000;

/**
 * How many messages that a view would show have come since the newest one it shows; `search` describes the view as
 * the page's own address does. A hidden tab does not poll.
 */
export function newsOptions(topicId: string, search: string, newest: string) {
  const params = new URLSearchParams(search);
  params.set("after", newest);
  params.delete("before");
  return queryOptions({
    queryKey: ["notification-news", topicId, params.toString()],
    queryFn: async ({ signal }): Promise<News> => {
      const response = await fetch(`/api/topics/${encodeURIComponent(topicId)}/news?${params}`, { signal });
      if (!response.ok) throw new Error(`The console answered ${response.status}`);
      return response.json();
    },
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
  });
}
