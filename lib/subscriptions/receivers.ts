import { type FilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import type { Scope } from "./constants.ts";

/** The policy; null where it lets everything pass, undefined where it cannot be read. */
export function readPolicy(text: string | null, scope: Scope): FilterPolicy | null | undefined {
  if (text === null) return null;
  const parsed = parseFilterPolicy(text, scope);
  if (!parsed.ok) return undefined;
  return parsed.value.entries.length === 0 ? null : parsed.value;
}
