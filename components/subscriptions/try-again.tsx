"use client";

import { Button } from "@/components/ui/button";
import { useRefresh } from "./use-refresh.ts";

/** Refreshes the list from the banner that says why it is old. */
export function TryAgain({ topicId }: { topicId: string }) {
  const { pending, outcome, run } = useRefresh(topicId);
  return (
    <>
      <span role="status" className="sr-only">
        {pending ? "Trying again" : outcome?.text}
      </span>
      <Button size="sm" onClick={run} pending={pending}>
        Try again
      </Button>
    </>
  );
}
