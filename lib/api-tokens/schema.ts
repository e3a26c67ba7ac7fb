import { z } from "zod";
import { API_SCOPES, TOKEN_LIFETIMES } from "./constants.ts";

export const createApiTokenSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1, "Name the program that will use the token.")
    .max(100, "Use at most 100 characters for the name."),
  scopes: z
    .array(z.enum(API_SCOPES))
    .min(1, "Choose what the token may do.")
    .transform((scopes) => API_SCOPES.filter((scope) => scopes.includes(scope))),
  lifetime: z.enum(TOKEN_LIFETIMES, "Choose how long the token is to work."),
});

export const apiTokenIdSchema = z.object({ id: z.string().min(1) });
