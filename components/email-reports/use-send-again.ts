"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, useTransition } from "react";
import { useFlash } from "@/components/ui/flash";
import { sendAgainAction } from "@/lib/email-reports/actions";

/** Asks for a delivery to be sent again. */
export function useSendAgain(onDone: () => void) {
  const flash = useFlash();
  const client = useQueryClient();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<string>();
  const sendAgain = (id: string) =>
    startTransition(async () => {
      setError(undefined);
      const result = await sendAgainAction({ id }).catch(() => undefined);
      await client.invalidateQueries({ queryKey: ["email-reports-runs"] });
      if (!result) return setError("The console did not answer. Look at the list, then try again.");
      if (!result.ok) return setError(result.error.message);
      flash({ tone: "positive", text: `The report goes to ${result.data.recipient} again in a moment.` });
      onDone();
    });
  return { pending, error, sendAgain, forget: () => setError(undefined) };
}
