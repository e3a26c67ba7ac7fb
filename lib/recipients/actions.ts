"use server";
import { defineAction } from "@/lib/actions/define-action";
import { keepMessage } from "./kept-messages.ts";
import { keepMessageSchema } from "./schema.ts";

/** Keeps a pasted message that is too long for a link, so that the page can ask about it. */
export const keepMessageAction = defineAction({
  name: "recipients.keep-message",
  permission: "console:read",
  input: keepMessageSchema,
  run: ({ input }) => ({ kept: keepMessage(input.text) }),
});
