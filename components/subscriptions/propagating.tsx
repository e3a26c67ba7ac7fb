"use client";

import { useNow } from "@/components/ui/use-now";

/** Marks a filter that was just changed, until it is in force everywhere. */
export function Propagating({ until }: { until: Date }) {
  const now = useNow();
  if (now !== undefined && now >= until.getTime()) return null;
  return <span className="text-sm text-accent">Changes may take up to 15 min</span>;
}
