"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTransition } from "react";

type Closing = {
  /** The page without the dialog is on its way: the dialog must not be shown meanwhile. */
  isClosing: boolean;
  close: () => void;
};

/**
 * Closes a dialog that is part of the address. It is gone at once; and because it is hidden only as long as the
 * navigation lasts, it is there again when its address is asked for again before that has ended.
 */
export function useClose(closeHref: Route): Closing {
  const router = useRouter();
  const [isClosing, startClosing] = useTransition();
  return { isClosing, close: () => startClosing(() => router.push(closeHref, { scroll: false })) };
}
