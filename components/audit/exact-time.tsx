"use client";

import { formatAbsolute } from "@/components/ui/format-time";
import { useNow } from "@/components/ui/use-now";

/** The exact time in the viewer's zone; in UTC until the browser's zone is known. */
export function ExactTime({ at }: { at: Date }) {
  const isHydrated = useNow() !== undefined;
  return (
    <time key={isHydrated ? "zoned" : "utc"} dateTime={at.toISOString()}>
      {formatAbsolute(at.getTime(), isHydrated ? undefined : "UTC")}
    </time>
  );
}
