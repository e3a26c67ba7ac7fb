"use client";

import { useState, useTransition } from "react";
import { type FlashMessage, useFlash } from "@/components/ui/flash";
import type { ActionError, ActionResult } from "@/lib/actions/result";
import { failureOf } from "../failure-of.ts";

type Options = {
  action: (input: { id: string }) => Promise<ActionResult<unknown>>;
  id: string;
  /** Said above the page when it is done. */
  done: FlashMessage;
  onClose: () => void;
};

/** Runs a dialog's one action: closes when it is done, else keeps the dialog open with the reason. */
export function useDialogAction({ action, id, done, onClose }: Options) {
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ActionError>();

  const run = () =>
    startTransition(async () => {
      setError(undefined);
      const result = await action({ id }).catch(failureOf);
      if (!result.ok) return setError(result.error);
      onClose();
      flash(done);
    });

  return { pending, error, run };
}
