"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";

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
  const router = useRouter();
  const [go, setGo] = useState<() => void>();
  const isLeaving = useRef(false);

  useEffect(() => {
    if (!dirty) return;
    isLeaving.current = false;
    const ask = (next: () => void) => setGo(() => next);

    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = internalHref(event);
      if (href === undefined || isLeaving.current) return;
      event.preventDefault();
      event.stopPropagation();
      ask(() => router.push(href));
    };
    const onNavigate = (event: NavigateEvent) => {
      if (event.navigationType !== "traverse" || !event.cancelable || isLeaving.current) return;
      event.preventDefault();
      const { key } = event.destination;
      ask(() => void window.navigation.traverseTo(key));
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

/** Where a click leads inside this application; undefined when it leaves the open page as it is. */
function internalHref(event: MouseEvent): Route | undefined {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return undefined;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link?.href || (link.target && link.target !== "_self") || link.hasAttribute("download"))
    return undefined;
  const url = new URL(link.href);
  const isSamePage = url.pathname === location.pathname && url.search === location.search;
  if (url.origin !== location.origin || isSamePage) return undefined;
  // an address of this application, taken from one of its own links
  return `${url.pathname}${url.search}${url.hash}` as Route;
}
