"use client";

import { Badge } from "@/components/ui/badge";
import { useNow } from "@/components/ui/use-now";

/** Marks a filter that was just changed, until it is in force everywhere. */
export function Propagating({ until }: { until: Date }) {
  const now = useNow();
  if (now !== undefined && now >= until.getTime()) return null;
  return <Badge tone="info">Changes may take up to 15 min</Badge>;
}
