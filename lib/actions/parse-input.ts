import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { fieldErrorsOf } from "./field-errors.ts";

/**
 * Checks an input from outside against its schema.
 * @throws AppError("invalid") with every problem at its field; a nested field's name is its dotted path.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", "Some fields need your attention.", {
    fieldErrors: fieldErrorsOf(parsed.error.issues, (path) => path.join(".")),
  });
}
