import type { z } from "zod";
import { AppError } from "@/lib/errors";
import { checkJson } from "./check-json.ts";
import { fieldErrorsOf } from "./field-errors.ts";

/**
 * Checks the query of a request's address; `defaults` stand for what it does not give.
 * @throws AppError("invalid") with every wrong parameter by its name.
 */
export function parseParameters<S extends z.ZodType>(
  schema: S,
  request: Request,
  defaults: Readonly<Record<string, string>>,
): z.output<S> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const checked = checkJson(schema, { ...defaults, ...given });
  if (checked.ok) return checked.value;
  const fieldErrors = fieldErrorsOf(checked.issues, (path) => String(path[0]));
  throw new AppError("invalid", "The address has a parameter that is wrong.", { fieldErrors });
}
