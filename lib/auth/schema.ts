import { z } from "zod";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "./constants.ts";

export const signInSchema = z.object({
  email: z.email("Enter your e-mail address, such as name@example.com."),
  password: z.string().min(1, "Enter your password."),
});
export type SignInInput = z.input<typeof signInSchema>;

export const createFirstAdministratorSchema = z.object({
  token: z.string().min(1, "Open the one-time link that the start command printed."),
  name: z.string().trim().min(1, "Enter your name.").max(100, "Use at most 100 characters for the name."),
  email: z.email("Enter your e-mail address, such as name@example.com.").max(254),
  password: z
    .string()
    .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters for the password.`)
    .max(MAX_PASSWORD_LENGTH, `Use at most ${MAX_PASSWORD_LENGTH} characters for the password.`),
});
export type CreateFirstAdministratorInput = z.input<typeof createFirstAdministratorSchema>;
