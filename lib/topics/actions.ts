"use server";
import { refresh, revalidatePath } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { syncIfOlderThan } from "@/lib/jobs/sync";
import { addTopicSchema, setTopicProductsSchema, topicIdSchema } from "./schema.ts";
import { addTopic, removeTopic, setTopicProducts } from "./service.ts";

const permission = "topics:write";

export const addTopicAction = defineAction({
  name: "topic.add",
  permission,
  input: addTopicSchema,
  run: async ({ actor, input }) => {
    const { id, name } = await addTopic({ actor, ...input });
    syncIfOlderThan(id, 0);
    // topics are added outside the shell, of which the browser may hold a copy that does not know this one
    revalidatePath("/", "layout");
    return { id, name };
  },
});

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

export const removeTopicAction = defineAction({
  name: "topic.remove",
  permission,
  input: topicIdSchema,
  run: ({ actor, input }) => {
    removeTopic({ actor, id: input.id });
    refresh();
    return { id: input.id };
  },
});
