"use server";
import { refresh } from "next/cache";
import { defineAction } from "@/lib/actions/define-action";
import { apiTokenIdSchema, createApiTokenSchema } from "./schema.ts";
import { createApiToken, revokeApiToken } from "./service.ts";

const permission = "tokens:write";

export const createApiTokenAction = defineAction({
  name: "api-token.create",
  permission,
  input: createApiTokenSchema,
  run: ({ actor, input }) => {
    const created = createApiToken({ actor, ...input });
    refresh();
    return created;
  },
});

export const revokeApiTokenAction = defineAction({
  name: "api-token.revoke",
  permission,
  input: apiTokenIdSchema,
  run: ({ actor, input }) => {
    const { name } = revokeApiToken({ actor, id: input.id });
    refresh();
    return { name };
  },
});
