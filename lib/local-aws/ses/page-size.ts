import { badRequest, constraints } from "./errors.ts";

const DEFAULT = 100;
const MAX = 1000;

/** How many items a page of a listing has; from a query it comes as text. */
export function readPageSize(value: number | string | null): number {
  if (value === null) return DEFAULT;
  const size = Number(value);
  if (!Number.isSafeInteger(size)) throw badRequest("PageSize must be a whole number.");
  return constraints.number(size, "pageSize", { min: 1, max: MAX });
}
