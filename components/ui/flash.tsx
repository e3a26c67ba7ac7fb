"use client";

import { X } from "lucide-react";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { IconButton } from "./icon-button.tsx";
import { Notice } from "./notice.tsx";
import type { Tone } from "./tone.ts";

export type FlashMessage = {
  tone: Tone;
  text: ReactNode;
  title?: string;
  /** A link or button that belongs to the message, such as to its audit entry. */
  action?: ReactNode;
};

type Shown = FlashMessage & { id: number; atMs: number };
type FlashState = {
  shown: readonly Shown[];
  flash: (message: FlashMessage) => void;
  dismiss: (id: number) => void;
};

const FlashContext = createContext<FlashState | undefined>(undefined);

const shownMax = 3;
/** A form says its result and then goes to another page: so young a message goes along. */
const survivesNavigationMs = 5000;

let lastId = 0;

/** Holds result messages above all pages, so that they outlive a refresh and the navigation of a form. */
export function FlashProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: it must run on every change of page
  useEffect(() => {
    const since = Date.now() - survivesNavigationMs;
    setShown((before) => {
      const kept = before.filter((message) => message.atMs > since);
      return kept.length === before.length ? before : kept;
    });
  }, [pathname]);

  const flash = (message: FlashMessage) => {
    lastId += 1;
    const next = { ...message, id: lastId, atMs: Date.now() };
    setShown((before) => [next, ...before].slice(0, shownMax));
  };
  const dismiss = (id: number) => setShown((before) => before.filter((message) => message.id !== id));

  return <FlashContext value={{ shown, flash, dismiss }}>{children}</FlashContext>;
}

function useFlashState() {
  const state = useContext(FlashContext);
  if (!state) throw new Error("useFlash and FlashArea work only inside FlashProvider");
  return state;
}

/** `flash({ tone, text })` shows the result of an action above the page. */
export function useFlash() {
  return useFlashState().flash;
}

/** Where the messages appear. Always in the page, so that screen readers notice what is added. */
export function FlashArea() {
  const { shown, dismiss } = useFlashState();
  return (
    <div role="status" aria-label="Messages" className="grid gap-2 not-empty:mb-5">
      {shown.map((message) => (
        <Notice
          key={message.id}
          tone={message.tone}
          title={message.title}
          action={
            <span className="-my-0.5 ml-auto inline-flex items-center gap-1">
              {message.action}
              <IconButton size="sm" label="Dismiss" onClick={() => dismiss(message.id)}>
                <X aria-hidden />
              </IconButton>
            </span>
          }
        >
          {message.text}
        </Notice>
      ))}
    </div>
  );
}
