"use server";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { deleteSubscriptionsSchema, importSubscriptionsSchema } from "./bulk-schema.ts";
import { deleteSubscriptions } from "./service/delete-many.ts";
import { importSubscriptions } from "./service/import.ts";

const permission = "subscriptions:write";

export const deleteSubscriptionsAction = defineAction({
  name: "subscription.delete-many",
  permission,
  input: deleteSubscriptionsSchema,
  run: async ({ actor, input }) => {
    const outcomes = await deleteSubscriptions({ actor, ids: input.ids });
    refresh();
    return outcomes;
  },
});

export const importSubscriptionsAction = defineAction({
  name: "subscription.import-many",
  permission,
  input: importSubscriptionsSchema,
  run: async ({ actor, input }) => {
    const outcomes = await importSubscriptions({ actor, input });
    refresh();
    return outcomes;
  },
});
