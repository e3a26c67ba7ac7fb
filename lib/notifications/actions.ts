"use server";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { saveRetentionSchema } from "./retention-settings.ts";
import { saveRetention } from "./service/save-retention.ts";

export const saveRetentionAction = defineAction({
  name: "retention.set",
  permission: "topics:write",
  input: saveRetentionSchema,
  run: ({ actor, input }) => {
    const saved = saveRetention({ actor, ...input });
    refresh();
    return saved;
  },
});
