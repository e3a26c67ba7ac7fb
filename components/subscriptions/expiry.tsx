"use client";

import { RelativeTime } from "@/components/ui/relative-time";
import { useNow } from "@/components/ui/use-now";

/** "Expires in 31 hours"; past that it has expired, and the next sync will say so. */
export function Expiry({ at }: { at: Date }) {
  const now = useNow();
  const isOver = now !== undefined && now >= at.getTime();
  return (
    <>
      {isOver ? "Expired " : "Expires "}
      <RelativeTime at={at} />
    </>
  );
}
