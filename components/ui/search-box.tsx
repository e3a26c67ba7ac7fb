"use client";

import clsx from "clsx";
import { LoaderCircle, Search, X } from "lucide-react";
import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useShortcut, useShortcutPreference } from "./use-shortcut.ts";

type SearchBoxProps = {
  /** What is searched, such as "Search subscriptions": name and placeholder in one. */
  label: string;
  /** The URL parameter that holds the text. */
  param?: string;
};

const debounceMs = 250;

/** Writes what is typed to the URL, from where the server answers, and goes back to the first page. `/` focuses it. */
export function SearchBox({ label, param = "q" }: SearchBoxProps) {
  const router = useRouter();
  const pathname = usePathname();
  const searchParams = useSearchParams();
  const inUrl = searchParams.get(param) ?? "";
  const [text, setText] = useState(inUrl);
  const [written, setWritten] = useState(inUrl);
  const [pending, startTransition] = useTransition();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [hasShortcut] = useShortcutPreference();

  // the URL changed by other means (back, "clear filters"): follow it
  if (inUrl !== written && !pending) {
    setWritten(inUrl);
    setText(inUrl);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcut("/", () => input.current?.focus());

  const search = (value: string, delayMs: number) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const next = new URLSearchParams(window.location.search);
      if (value.trim()) next.set(param, value.trim());
      else next.delete(param);
      next.delete("page");
      const query = next.toString();
      setWritten(value.trim());
      // the page itself with another query: always a route of this application
      startTransition(() =>
        router.replace(`${pathname}${query ? `?${query}` : ""}` as Route, { scroll: false }),
      );
    }, delayMs);
  };

  return (
    <search className="relative block w-full sm:max-w-80">
      {pending ? (
        <LoaderCircle aria-hidden className="absolute top-2 left-2.5 size-4 animate-spin text-muted" />
      ) : (
        <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted" />
      )}
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts={hasShortcut ? "/" : undefined}
        value={text}
        onChange={(event) => search(event.target.value, debounceMs)}
        onKeyDown={(event) => {
          if (event.key === "Enter") search(text, 0);
          if (event.key === "Escape" && text) search("", 0);
        }}
        className={clsx("control h-8 px-8 [&::-webkit-search-cancel-button]:hidden")}
      />
      {text ? (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            search("", 0);
            input.current?.focus();
          }}
          className="absolute top-1 right-1 inline-flex size-6 items-center justify-center rounded-sm text-muted hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : hasShortcut ? (
        <kbd
          aria-hidden
          className="pointer-events-none absolute top-1.5 right-2 rounded-sm border px-1.5 text-xs leading-4.5 text-muted max-sm:hidden"
        >
          /
        </kbd>
      ) : null}
    </search>
  );
}
