"use server";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { disableFeedSchema, enableFeedSchema } from "./schema.ts";
import { disableFeed } from "./service/disable.ts";
import { enableFeed } from "./service/enable.ts";

const permission = "topics:write";

export const enableFeedAction = defineAction({
  name: "feed.enable",
  permission,
  input: enableFeedSchema,
  run: async ({ actor, input }) => {
    try {
      const { state } = await enableFeed({ actor, ...input });
      return { state };
    } finally {
      // refused or not, the row says how far it came
      refresh();
    }
  },
});

export const disableFeedAction = defineAction({
  name: "feed.disable",
  permission,
  input: disableFeedSchema,
  run: async ({ actor, input }) => {
    await disableFeed({ actor, ...input });
    refresh();
    return { topicId: input.topicId };
  },
});
