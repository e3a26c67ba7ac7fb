"use server";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { discardForwardsSchema, retryForwardsSchema } from "./schema.ts";
import { discardForwards, retryForwards } from "./service/put-aside.ts";
import { targetOf } from "./targets.ts";

export const retryForwardsAction = defineAction({
  name: "forward.retry",
  permission: "notifications:write",
  input: retryForwardsSchema,
  run: ({ actor, input: { targetId, which } }) => {
    const retried = retryForwards({ actor, target: targetOf(targetId), which });
    refresh();
    return { retried };
  },
});

export const discardForwardsAction = defineAction({
  name: "forward.discard",
  permission: "topics:write",
  input: discardForwardsSchema,
  run: ({ actor, input: { targetId, ...input } }) => {
    const discarded = discardForwards({ actor, target: targetOf(targetId), ...input });
    refresh();
    return { discarded };
  },
});
