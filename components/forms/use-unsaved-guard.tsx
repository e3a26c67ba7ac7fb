"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { internalHref } from "./internal-href.ts";

type UnsavedGuard = {
  /** Leaves at once when nothing is unsaved, else asks first. For the form's own ways out, such as Cancel. */
  leave: (go: () => void) => void;
  /** The question; render it beside the form. */
  question: ReactNode;
};

/**
 * Keeps unsaved input from being lost by a link, the back button, a reload or a closed tab. Links and back ask
 * in the page; for the rest the browser asks in its own words.
 */
export function useUnsavedGuard(dirty: boolean): UnsavedGuard {
  const [go, setGo] = useState<() => void>();
  const isLeaving = useRef(false);

  useEffect(() => {
    if (dirty) isLeaving.current = false;
  }, [dirty]);
  useWaysOut(dirty, (next) => {
    if (isLeaving.current) return false;
    setGo(() => next);
    return true;
  });

  const discard = () => {
    isLeaving.current = true;
    setGo(undefined);
    go?.();
  };

  return {
    leave: (next) => (dirty ? setGo(() => next) : next()),
    question: go ? (
      <ConfirmDialog
        title="Discard what you have entered?"
        confirmLabel="Discard"
        cancelLabel="Keep editing"
        danger
        onConfirm={discard}
        onClose={() => setGo(undefined)}
      >
        Your changes have not been saved. They are lost if you leave.
      </ConfirmDialog>
    ) : null,
  };
}

/** Calls `hold` with the way out that was taken; when it answers true, the way is not taken yet. */
function useWaysOut(dirty: boolean, hold: (go: () => void) => boolean) {
  const router = useRouter();
  const latest = useRef(hold);
  useEffect(() => {
    latest.current = hold;
  });

  useEffect(() => {
    if (!dirty) return;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = internalHref(event);
      if (href === undefined) return;
      // an address of this application, taken from one of its own links
      if (!latest.current(() => router.push(href as Route))) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onNavigate = (event: NavigateEvent) => {
      const { key } = event.destination;
      if (event.navigationType !== "traverse" || !event.cancelable) return;
      if (latest.current(() => void window.navigation.traverseTo(key))) event.preventDefault();
    };

    window.addEventListener("beforeunload", onUnload);
    document.addEventListener("click", onClick, { capture: true });
    // without the navigation API the back button cannot be held without breaking the history
    window.navigation?.addEventListener("navigate", onNavigate);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
      window.navigation?.removeEventListener("navigate", onNavigate);
    };
  }, [dirty, router]);
}
