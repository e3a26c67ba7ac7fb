"use server";
import { refresh } from "next/cache";
import { z } from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { recipeShape, removeRecipeSchema } from "./schema.ts";
import { removeRecipe } from "./service/remove-recipe.ts";
import { requestRecipe } from "./service/request-recipe.ts";
import { saveEventBridge } from "./service/save.ts";
import { sendTestEvent } from "./service/send-test.ts";
import { saveEventBridgeSchema } from "./settings.ts";

export const saveEventBridgeAction = defineAction({
  name: "event-bridge.set",
  permission: "topics:write",
  input: saveEventBridgeSchema,
  run: async ({ actor, input }) => {
    const saved = await saveEventBridge({ actor, ...input });
    refresh();
    return saved;
  },
});

export const sendTestEventAction = defineAction({
  name: "event-bridge.send-test",
  permission: "notifications:write",
  input: z.object({}),
  run: ({ actor }) => sendTestEvent({ actor }),
});

export const createRecipeAction = defineAction({
  name: "event-bridge.create-recipe",
  permission: "topics:write",
  input: recipeShape,
  run: ({ actor, input }) => requestRecipe({ actor, input }),
});

export const removeRecipeAction = defineAction({
  name: "event-bridge.remove-recipe",
  permission: "topics:write",
  input: removeRecipeSchema,
  run: async ({ actor, input }) => {
    await removeRecipe({ actor, ...input });
    return { name: input.name };
  },
});
