"use client";

import clsx from "clsx";
import { RefreshCw } from "lucide-react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { useShortcut, useShortcutPreference } from "@/components/ui/use-shortcut";
import { useRefresh } from "./use-refresh.ts";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** How fresh the list is and the button that refreshes it; so does the key r. */
export function RefreshControl({ topicId, asOf }: { topicId: string; asOf: Date | null }) {
  const { pending, outcome, run } = useRefresh(topicId);
  const [hasShortcut] = useShortcutPreference();
  useShortcut("r", () => {
    if (!pending) run();
  });

  const spoken = outcome?.ok ? `${outcome.text}, as of ${clock.format(outcome.at)}` : outcome?.text;
  return (
    <>
      <p className="text-sm text-muted max-sm:basis-full">
        {outcome ? (
          <span className={clsx("font-medium", outcome.ok ? "text-ink" : "text-negative")}>
            {outcome.text}
          </span>
        ) : null}
        {asOf ? (
          <>
            {outcome ? (outcome.ok ? ", as of " : ". As of ") : "As of "}
            <RelativeTime at={asOf} />
          </>
        ) : outcome ? null : (
          "Not read from AWS yet"
        )}
      </p>
      <span role="status" className="sr-only">
        {pending ? "Refreshing" : spoken}
      </span>
      <Button onClick={run} pending={pending} aria-keyshortcuts={hasShortcut ? "r" : undefined}>
        {pending ? null : <RefreshCw aria-hidden />}
        Refresh
      </Button>
    </>
  );
}
