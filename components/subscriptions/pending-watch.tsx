"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useFlash } from "@/components/ui/flash";
import { topicRevisionOptions } from "@/lib/topics/query-options";
import { confirmedWords, type WatchedRow } from "./confirmed-words.ts";

type PendingWatchProps = {
  topicId: string;
  /** The revision that the page shows. */
  revision: string;
  /** Something is bound to change by itself: poll. */
  active: boolean;
  rows: readonly WatchedRow[];
};

/** Keeps an open page true while something is pending, and tells what changed without being asked. */
export function PendingWatch({ topicId, revision, active, rows }: PendingWatchProps) {
  const router = useRouter();
  const client = useQueryClient();
  const flash = useFlash();
  const { queryKey, ...options } = topicRevisionOptions(topicId, revision);
  const { data: latest } = useQuery({ queryKey, ...options, enabled: active });
  const shown = useRef<{ revision: string; rows: readonly WatchedRow[] }>(undefined);
  const askedFor = useRef<string>(undefined);
  const [note, setNote] = useState("");

  useEffect(() => {
    const before = shown.current;
    shown.current = { revision, rows };
    if (before?.revision !== revision) {
      client.setQueryData(queryKey, revision);
      // what was done here has been answered already; only what happened by itself is news
      if (before && askedFor.current !== undefined) {
        const confirmed = confirmedWords(before.rows, rows);
        if (confirmed) flash({ tone: "positive", text: confirmed });
        else setNote("The list was updated.");
      }
      askedFor.current = undefined;
    } else if (active && latest !== revision && latest !== askedFor.current) {
      askedFor.current = latest;
      router.refresh();
    }
  }, [active, latest, revision, rows, client, router, flash, queryKey]);

  return (
    <span role="status" className="sr-only">
      {note}
    </span>
  );
}
