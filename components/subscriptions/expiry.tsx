"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { useNow } from "@/components/ui/use-now";

/** "expires in 31 hours"; past that it has expired, and the next sync will say so. */
export function Expiry({ at }: { at: Date }) {
  const now = useNow();
  return (
    <>
      {now !== undefined && now >= at.getTime() ? "expired " : "expires "}
      <RelativeTime at={at} />
    </>
  );
}
