import "server-only";
import type { RunView } from "../run-view.ts";
import { listDeliveries, listRuns, type ReportDelivery, type ReportRun } from "./list-runs.ts";

/** The last 30 runs with all their deliveries, newest first. */
export function listRunViews(): RunView[] {
  const runs = listRuns();
  const byRun = Map.groupBy(listDeliveries(runs.map(({ id }) => id)), ({ runId }) => runId);
  return runs.map((run) => runView(run, byRun.get(run.id) ?? []));
}

function runView({ openedAt: _, dueAt, ...run }: ReportRun, deliveries: readonly ReportDelivery[]): RunView {
  return {
    ...run,
    dueAt: dueAt.toISOString(),
    deliveries: deliveries.map(({ id, recipient, state, attempts, sentAt, claimedAt, error, requestId }) => ({
      id,
      recipient,
      state,
      attempts,
      at: (sentAt ?? claimedAt)?.toISOString() ?? null,
      error,
      requestId,
    })),
  };
}
