import type { z } from "zod";
import { AppError } from "@/lib/errors";

/**
 * Checks an input from outside against its schema.
 * @throws AppError("invalid") with every problem at its field; a nested field's name is its dotted path.
 */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const fieldErrors: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join(".");
    fieldErrors[field] = [...(fieldErrors[field] ?? []), issue.message];
  }
  throw new AppError("invalid", "Some fields need your attention.", { fieldErrors });
}
