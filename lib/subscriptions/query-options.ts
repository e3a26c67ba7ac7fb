import { queryOptions } from "@tanstack/react-query";
import type { Protocol, Status } from "./constants.ts";

/** The subscription that holds an endpoint, in the words of the table. */
export type EndpointHolder = { id: string; status: Status; typesText: string; summary: string };

/** Whether an endpoint of the topic is subscribed already. Asked for anew each time: others subscribe too. */
export function endpointUseOptions(topicId: string, protocol: Protocol, endpoint: string) {
  return queryOptions({
    queryKey: ["endpoint-use", topicId, protocol, endpoint],
    queryFn: async ({ signal }) => {
      const search = new URLSearchParams({ protocol, endpoint });
      const response = await fetch(`/api/topics/${encodeURIComponent(topicId)}/endpoint?${search}`, {
        signal,
      });
      if (!response.ok) throw new Error(`The console answered ${response.status}`);
      const { takenBy }: { takenBy: EndpointHolder | null } = await response.json();
      return takenBy;
    },
    retry: false,
  });
}
