import "server-only";
import { change, changeSentences } from "@/lib/coverage";
import { rosterOf } from "@/lib/recipients/roster";
import { receiversIn } from "@/lib/recipients/topic-coverage";
import type { Topic } from "@/lib/topics/queries";
import type { Protocol, Status } from "../constants.ts";
import { whichRows } from "./which-rows.ts";

/** What a page is told of the rows it has picked, before it deletes them. */
export type PickedSummary = {
  /** Those that still exist. */
  rows: { id: string; endpoint: string; protocol: Protocol }[];
  counts: Partial<Record<Status, number>>;
  /** What would have no recipient without them, in sentences. */
  losses: readonly string[];
};

export function pickedSummary(topic: Topic, ids: readonly string[]): PickedSummary {
  const { rows } = whichRows(topic.id, { kind: "ids", ids });
  const groups = Map.groupBy(rows, ({ status }) => status);
  return {
    rows: rows.map(({ id, endpoint, protocol }) => ({ id, endpoint, protocol })),
    counts: Object.fromEntries([...groups].map(([status, members]) => [status, members.length])),
    losses: lossesWithout(topic, new Set(rows.map(({ id }) => id))),
  };
}

function lossesWithout(topic: Topic, ids: ReadonlySet<string>): readonly string[] {
  const receivers = receiversIn(rosterOf(topic.id));
  const left = receivers.filter(({ id }) => !ids.has(id));
  return changeSentences({ ...change(receivers, left, topic.products), gained: [], receivers: [] });
}
