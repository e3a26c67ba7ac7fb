import { queryOptions } from "@tanstack/react-query";
import type { MessageArrival } from "./arrival.ts";
import type { SampleTold } from "./who-is-told.ts";

const POLL_MS = 2_000;

async function askTopic<T>(
  topicId: string,
  question: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<T> {
  const address = `/api/topics/${encodeURIComponent(topicId)}/${question}?${new URLSearchParams(query)}`;
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The console answered ${response.status}`);
  return response.json();
}

/** Who will get a sample. Asked anew for each: subscriptions change. */
export function sampleToldOptions(
  topicId: string,
  place: { sampleId: string; bucket: string; accountId: string },
) {
  return queryOptions({
    queryKey: ["sample-told", topicId, place],
    queryFn: ({ signal }) => askTopic<SampleTold>(topicId, "sample-told", place, signal),
    staleTime: 0,
    retry: false,
  });
}

/** Asks again and again until the message has arrived; a hidden tab does not ask. */
export function arrivalOptions(topicId: string, messageId: string) {
  return queryOptions({
    queryKey: ["arrival", topicId, messageId],
    queryFn: ({ signal }) => askTopic<MessageArrival>(topicId, "arrival", { messageId }, signal),
    refetchInterval: ({ state }) => (state.data?.state === "arrived" ? false : POLL_MS),
    refetchIntervalInBackground: false,
  });
}
