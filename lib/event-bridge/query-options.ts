import { queryOptions } from "@tanstack/react-query";
import type { ForwardSummary } from "@/lib/forwards/queries";
import type { Asked } from "./asked.ts";
import type { PatternInput } from "./schema.ts";
import type { AwsVerdict } from "./service/ask-aws.ts";
import type { CheckedRecipe } from "./service/list-recipes.ts";

async function answerOf<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`The console answered ${response.status}`);
  return response.json();
}

/** The names of the event buses that can be chosen; asked when the card is opened, and again on demand. */
export function eventBusesOptions() {
  return queryOptions({
    queryKey: ["event-buses"],
    queryFn: ({ signal }) => answerOf<Asked<string[]>>("/api/event-bridge/buses", { signal }),
    staleTime: 60_000,
    retry: false,
  });
}

/** The counters as JSON carries them. */
export type CountersView = Omit<ForwardSummary, "lastSentAt" | "trouble"> & {
  lastSentAt: string | null;
  trouble: { reason: string; requestId: string | null; since: string | null } | null;
};

const POLL_MS = 5_000;

/** The card's counters, kept up to date; a hidden tab does not poll. */
export function countersOptions(initialData: CountersView) {
  return queryOptions({
    queryKey: ["event-bridge-counters"],
    queryFn: ({ signal }) => answerOf<CountersView>("/api/event-bridge/counters", { signal }),
    initialData,
    refetchInterval: POLL_MS,
    refetchIntervalInBackground: false,
  });
}

/** The rules that the console made, each checked at AWS. */
export function recipesOptions() {
  return queryOptions({
    queryKey: ["event-recipes"],
    queryFn: ({ signal }) => answerOf<Asked<CheckedRecipe[]>>("/api/event-bridge/recipes", { signal }),
    retry: false,
  });
}

/** What EventBridge itself says of the samples; asked only on demand. */
export function awsVerdictOptions(topicId: string, input: PatternInput) {
  return queryOptions({
    queryKey: ["event-pattern-at-aws", topicId, input],
    queryFn: ({ signal }) =>
      answerOf<Asked<AwsVerdict>>(`/api/topics/${encodeURIComponent(topicId)}/event-pattern`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
        signal,
      }),
    enabled: false,
    gcTime: 0,
    retry: false,
  });
}
