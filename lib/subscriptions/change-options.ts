import { queryOptions } from "@tanstack/react-query";
import type { Consequences } from "./consequences.ts";
import type { ProposedFilter } from "./schema.ts";

/** What a filter that is being made would mean; null while that cannot be told. Asked anew for each: others save too. */
export function changeOptions(topicId: string, proposed: ProposedFilter) {
  return queryOptions({
    queryKey: ["filter-change", topicId, proposed],
    queryFn: async ({ signal }): Promise<Consequences | null> => {
      const response = await fetch(`/api/topics/${encodeURIComponent(topicId)}/change`, {
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
