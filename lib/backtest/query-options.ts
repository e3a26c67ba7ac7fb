import { queryOptions } from "@tanstack/react-query";
import type { ProposedFilter } from "@/lib/subscriptions/schema";
import type { Tried } from "./try-filter.ts";

/** What a filter that is being made would have let pass in the last days; null for what is no filter policy. */
export function backtestOptions(topicId: string, proposed: ProposedFilter) {
  return queryOptions({
    queryKey: ["backtest", topicId, proposed],
    queryFn: async ({ signal }): Promise<Tried | null> => {
      const response = await fetch(`/api/topics/${encodeURIComponent(topicId)}/backtest`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(proposed),
        signal,
      });
      if (!response.ok) throw new Error(`The console answered ${response.status}`);
      return response.json();
    },
    retry: false,
    staleTime: 0,
  });
}
