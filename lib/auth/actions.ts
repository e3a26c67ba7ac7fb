"use server";
import { definePublicAction } from "@/lib/actions/define-action";
import { createFirstAdministratorSchema } from "./schema.ts";
import { createFirstAdministrator } from "./service.ts";

export const createFirstAdministratorAction = definePublicAction({
  name: "user.create-first-administrator",
  input: createFirstAdministratorSchema,
  run: ({ input }) => createFirstAdministrator(input),
});
