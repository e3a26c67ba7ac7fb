"use server";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { discardForwardsSchema, retryForwardsSchema } from "./schema.ts";
import { discardForwards, retryForwards } from "./service/put-aside.ts";

export const retryForwardsAction = defineAction({
  name: "forward.retry",
  permission: "notifications:write",
  input: retryForwardsSchema,
  run: ({ actor, input }) => {
    const retried = retryForwards({ actor, ...input });
    refresh();
    return { retried };
  },
});

export const discardForwardsAction = defineAction({
  name: "forward.discard",
  permission: "topics:write",
  input: discardForwardsSchema,
  run: ({ actor, input }) => {
    const discarded = discardForwards({ actor, ...input });
    refresh();
    return { discarded };
  },
});
