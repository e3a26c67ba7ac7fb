"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { pick, unpick, useIsPicked, usePicked } from "./picked-rows.ts";

/** Ticks one row. */
export function PickRow({ topicId, id, endpoint }: { topicId: string; id: string; endpoint: string }) {
  const isPicked = useIsPicked(topicId, id);
  return (
    <Checkbox
      label={<VisuallyHidden>Select {endpoint}</VisuallyHidden>}
      checked={isPicked}
      onChange={() => (isPicked ? unpick(topicId, [id]) : pick(topicId, [id]))}
    />
  );
}

/** Ticks the rows of the page; partly ticked it completes them. */
export function PickPage({ topicId, ids }: { topicId: string; ids: readonly string[] }) {
  const picked = usePicked(topicId);
  const count = ids.filter((id) => picked.has(id)).length;
  const isAll = count > 0 && count === ids.length;
  return (
    <Checkbox
      ref={(input) => {
        if (input) input.indeterminate = count > 0 && !isAll;
      }}
      label={<VisuallyHidden>Select this page</VisuallyHidden>}
      disabled={ids.length === 0}
      checked={isAll}
      onChange={() => (isAll ? unpick(topicId, ids) : pick(topicId, ids))}
    />
  );
}
