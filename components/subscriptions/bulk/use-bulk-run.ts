"use client";

import { useRef, useState } from "react";
import type { ActionResult } from "@/lib/actions/result";
import type { Outcome } from "@/lib/subscriptions/service/each-in-turn";
import { failureOf } from "../failure-of.ts";

type BulkRun<Item, Done extends string> = {
  /** What became of each, by its key; grows while it runs. */
  outcomes: ReadonlyMap<string, Outcome<Done>>;
  /** Set while it runs: how many of how many are done. */
  progress: { done: number; of: number } | null;
  run: (items: readonly Item[]) => Promise<void>;
  /** Ends it after the calls under way; what was not tried has no outcome. */
  stop: () => void;
};

/** So few to a call that the progress is seen to move. */
const perCall = 20;
/** Next refuses the call of an action above 1 MB. */
const charactersPerCall = 300_000;

/** The next items of a call: a few, and fewer where they are long; at least one. */
function nextCall<Item>(items: readonly Item[], at: number): Item[] {
  const next: Item[] = [];
  let length = 0;
  for (const item of items.slice(at, at + perCall)) {
    length += JSON.stringify(item).length;
    if (next.length > 0 && length > charactersPerCall) break;
    next.push(item);
  }
  return next;
}

/**
 * Does something to many in calls of a few, and remembers what became of each. A call that does not come back is the
 * end of it: its items and the rest count as failed, so that they can be tried again.
 */
export function useBulkRun<Item extends { key: string }, Done extends string>(
  call: (items: Item[]) => Promise<ActionResult<Outcome<Done>[]>>,
): BulkRun<Item, Done> {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome<Done>>>(new Map());
  const [progress, setProgress] = useState<BulkRun<Item, Done>["progress"]>(null);
  const stopped = useRef(false);

  const add = (news: readonly Outcome<Done>[]) =>
    setOutcomes((before) => new Map([...before, ...news.map((each) => [each.key, each] as const)]));

  const run = async (items: readonly Item[]) => {
    stopped.current = false;
    for (let at = 0; at < items.length && !stopped.current; ) {
      setProgress({ done: at, of: items.length });
      const batch = nextCall(items, at);
      const result = await call(batch).catch(failureOf);
      if (result.ok) {
        add(result.data);
        at += batch.length;
        continue;
      }
      const { message, requestId } = result.error;
      add(
        items
          .slice(at)
          .map(({ key }) => ({ key, outcome: "failed", message, ...(requestId && { requestId }) })),
      );
      break;
    }
    setProgress(null);
  };

  return {
    outcomes,
    progress,
    run,
    stop: () => {
      stopped.current = true;
    },
  };
}
