"use client";

import { formatAbsolute, formatRelative } from "./format-time.ts";
import { useNow } from "./use-now.ts";

/**
 * "3 minutes ago", kept up to date, with the exact time in the viewer's zone as its title. Server and browser
 * render at different moments, so the element is replaced once after hydration instead of being compared.
 */
export function RelativeTime({ at }: { at: Date | number | string }) {
  const now = useNow();
  const atMs = new Date(at).getTime();
  const isHydrated = now !== undefined;
  return (
    <time
      key={isHydrated ? "live" : "first"}
      suppressHydrationWarning
      dateTime={new Date(atMs).toISOString()}
      title={formatAbsolute(atMs, isHydrated ? undefined : "UTC")}
      className="whitespace-nowrap"
    >
      {formatRelative(atMs, now ?? Date.now())}
    </time>
  );
}
