"use client";

import { useState, useTransition } from "react";
import { flushSync } from "react-dom";
import { type FlashMessage, useFlash } from "@/components/ui/flash";
import type { ActionError, ActionResult } from "@/lib/actions/result";
import { failureOf } from "../failure-of.ts";
import { forgetPicked } from "../picked/picked-rows.ts";

type Options<Input> = {
  action: (input: Input) => Promise<ActionResult<unknown>>;
  /** Said above the page when it is done. */
  done: FlashMessage;
  /** Done, the row of this id leaves the list, and with it the button that would get the focus back. */
  rowLeaves?: string;
  onClose: () => void;
};

/** Runs a dialog's one action: closes when it is done, else keeps the dialog open with the reason. */
export function useDialogAction<Input>({ action, done, rowLeaves, onClose }: Options<Input>) {
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<ActionError>();

  const run = (input: Input) =>
    startTransition(async () => {
      setError(undefined);
      const result = await action(input).catch(failureOf);
      if (!result.ok) return setError(result.error);
      flushSync(onClose);
      if (rowLeaves) {
        forgetPicked(rowLeaves);
        document.getElementById("main")?.focus({ preventScroll: true });
      }
      flash(done);
    });

  return { pending, error, run };
}
