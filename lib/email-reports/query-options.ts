import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Asked } from "@/lib/event-bridge/asked";
import type { RunView } from "./run-view.ts";
import type { Sending } from "./sending-problems.ts";
import type { Preview } from "./service/preview.ts";

async function answerOf<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal });
  if (!response.ok) throw new Error(`The console answered ${response.status}`);
  return response.json();
}

/** What SES says of the account; asked when the form is opened, and again on demand. */
export function sendingOptions() {
  return queryOptions({
    queryKey: ["email-reports-sending"],
    queryFn: ({ signal }) => answerOf<Asked<Sending>>("/api/email-reports/sending", signal),
    staleTime: 60_000,
    retry: false,
  });
}

const POLL_MS = 10_000;
const POLL_WHILE_SENDING_MS = 2_000;

/** The last runs, kept up to date, closely while mails go out; a hidden tab does not poll. */
export function runsOptions(initialData: RunView[]) {
  return queryOptions({
    queryKey: ["email-reports-runs"],
    queryFn: ({ signal }) => answerOf<RunView[]>("/api/email-reports/runs", signal),
    initialData,
    refetchInterval: ({ state: { data = [] } }) =>
      data.some(({ state }) => state === "sending") ? POLL_WHILE_SENDING_MS : POLL_MS,
    refetchIntervalInBackground: false,
  });
}

/** The report about a day, by the settings of that version. Null for a day that is not over. */
export function previewOptions(day: string, version: number) {
  return queryOptions({
    queryKey: ["email-reports-preview", day, version],
    queryFn: ({ signal }) =>
      answerOf<Preview | null>(`/api/email-reports/preview?day=${encodeURIComponent(day)}`, signal),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
