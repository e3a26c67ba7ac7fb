"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import { useShortcut, useShortcutPreference } from "./use-shortcut.ts";
import { useUrlSearch } from "./use-url-search.ts";

type SearchBoxProps = {
  /** What is searched, such as "Search subscriptions": name and placeholder in one. */
  label: string;
  /** The URL parameter that holds the text. */
  param?: string;
};

/** Writes what is typed to the URL, from where the server answers. `/` focuses it, Escape empties it. */
export function SearchBox({ label, param = "q" }: SearchBoxProps) {
  const { text, search, pending } = useUrlSearch(param);
  const input = useRef<HTMLInputElement>(null);
  const [hasShortcut] = useShortcutPreference();
  useShortcut("/", () => input.current?.focus());

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") search(text, "now");
    if (event.key === "Escape" && text) search("", "now");
  };
  const clear = () => {
    search("", "now");
    input.current?.focus();
  };
  const Icon = pending ? LoaderCircle : Search;

  return (
    <search className="relative block w-full sm:max-w-80">
      <Icon
        aria-hidden
        className={`absolute top-2 left-2.5 size-4 text-muted ${pending ? "animate-spin" : ""}`}
      />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        aria-keyshortcuts={hasShortcut ? "/" : undefined}
        value={text}
        onChange={(event) => search(event.target.value)}
        onKeyDown={onKeyDown}
        className="control h-8 px-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {text ? (
        <button
          type="button"
          aria-label="Clear search"
          onClick={clear}
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
