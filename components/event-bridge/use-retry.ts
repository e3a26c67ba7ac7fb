"use client";

import { useState, useTransition } from "react";
import { useFlash } from "@/components/ui/flash";
import { retryForwardsAction } from "@/lib/forwards/actions";
import { EVENT_BRIDGE_TARGET } from "@/lib/forwards/constants";

/** Takes up again what could not be sent to EventBridge. */
export function useRetry() {
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<string>();
  const retry = (which: number[] | "all") =>
    startTransition(async () => {
      setError(undefined);
      const result = await retryForwardsAction({ targetId: EVENT_BRIDGE_TARGET, which }).catch(
        () => undefined,
      );
      if (!result) return setError("The console did not answer. Look at the list, then try again.");
      if (!result.ok) return setError(result.error.message);
      const { retried } = result.data;
      flash({ tone: "positive", text: `${retried} ${retried === 1 ? "is" : "are"} being sent again.` });
    });
  return { pending, error, retry };
}
