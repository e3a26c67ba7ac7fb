"use server";
import { refresh, revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import type { Actor } from "@/lib/auth/actor";
import { AppError } from "@/lib/errors";
import { disableFeed } from "@/lib/feed/service/disable";
import { enableFeed } from "@/lib/feed/service/enable";
import { syncIfOlderThan } from "@/lib/jobs/sync";
import { logger } from "@/lib/logger";
import { addTopicSchema, setTopicProductsSchema, topicIdSchema } from "./schema.ts";
import { addTopic, removeTopic, setTopicProducts } from "./service.ts";

const permission = "topics:write";

export const addTopicAction = defineAction({
  name: "topic.add",
  permission,
  input: addTopicSchema,
  run: async ({ actor, input }) => {
    const { id, name } = await addTopic({ actor, ...input });
    if (input.keepHistory) await turnFeedOn(actor, id);
    syncIfOlderThan(id, 0);
    // topics are added outside the shell, of which the browser may hold a copy that does not know this one
    revalidatePath("/", "layout");
    return { id, name };
  },
});

/** The topic is managed even if AWS refuses its feed: the feed then says why, and is tried again. */
async function turnFeedOn(actor: Actor, topicId: string) {
  try {
    await enableFeed({ actor, topicId });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logger().warn({ topicId, err: error.cause ?? error }, error.message);
  }
}

export const setTopicProductsAction = defineAction({
  name: "topic.set-products",
  permission,
  input: setTopicProductsSchema,
  run: ({ actor, input }) => {
    const { id, name } = setTopicProducts({ actor, ...input });
    refresh();
    return { id, name };
  },
});

/** Nobody reads the queue of a topic that is not managed. AWS being away is no reason to manage it longer. */
async function turnFeedOff(actor: Actor, topicId: string) {
  try {
    await disableFeed({ actor, topicId });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logger().warn({ topicId, err: error.cause ?? error }, error.message);
  }
}

export const removeTopicAction = defineAction({
  name: "topic.remove",
  permission,
  input: topicIdSchema,
  run: async ({ actor, input }) => {
    await turnFeedOff(actor, input.id);
    removeTopic({ actor, id: input.id });
    refresh();
    return { id: input.id };
  },
});
