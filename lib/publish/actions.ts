"use server";
import { defineAction } from "@/lib/actions/define-action";
import { sendSampleSchema } from "./schema.ts";
import { sendSample } from "./service/send-sample.ts";

export const sendSampleAction = defineAction({
  name: "notification.send-sample",
  permission: "notifications:write",
  input: sendSampleSchema,
  run: ({ actor, input }) => sendSample({ actor, ...input }),
});
