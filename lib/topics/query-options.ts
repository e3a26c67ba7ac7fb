import { queryOptions } from "@tanstack/react-query";

const POLL_MS = 5_000;

/** Polls for a change of the topic's rows; a hidden tab does not poll. */
export function topicRevisionOptions(topicId: string, initialRevision: string) {
  return queryOptions({
    queryKey: ["topic-revision", topicId],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/topics/${encodeURIComponent(topicId)}/revision`, { signal });
      if (!response.ok) throw new Error(`The console answered ${response.status}`);
      const { revision }: { revision: string } = await response.json();
      return revision;
    },
    initialData: initialRevision,
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
  });
}
