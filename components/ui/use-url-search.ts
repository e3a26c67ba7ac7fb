"use client";

import type { Route } from "next";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";

const debounceMs = 250;

/**
 * A search text that lives in the URL parameter `param`. `search` writes it after a short pause, or at once,
 * and goes back to the first page; a change of the URL by other means (back, "clear filters") is followed.
 */
export function useUrlSearch(param: string) {
  const router = useRouter();
  const pathname = usePathname();
  const inUrl = useSearchParams().get(param) ?? "";
  const [text, setText] = useState(inUrl);
  const [seen, setSeen] = useState(inUrl);
  const [pending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (inUrl !== seen && !pending) {
    setSeen(inUrl);
    setText(inUrl);
  }

  useEffect(() => () => clearTimeout(timer.current), []);

  const write = (value: string) => {
    const params = new URLSearchParams(window.location.search);
    if (value) params.set(param, value);
    else params.delete(param);
    params.delete("page");
    setSeen(value);
    const query = params.toString();
    // the open page with another query: always a route of this application
    const href = (query ? `${pathname}?${query}` : pathname) as Route;
    startTransition(() => router.replace(href, { scroll: false }));
  };

  const search = (typed: string, when: "soon" | "now" = "soon") => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => write(typed.trim()), when === "now" ? 0 : debounceMs);
  };

  return { text, search, pending };
}
