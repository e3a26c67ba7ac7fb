import type { FieldErrors } from "@/lib/errors";

type Issue = { path: readonly PropertyKey[]; message: string };

/** What is wrong with each field, by the name that `nameOf` gives its place; any name may come from outside. */
export function fieldErrorsOf(
  issues: readonly Issue[],
  nameOf: (path: Issue["path"]) => string,
): FieldErrors {
  const byName = new Map<string, string[]>();
  for (const { path, message } of issues) {
    const name = nameOf(path);
    byName.set(name, [...(byName.get(name) ?? []), message]);
  }
  return Object.fromEntries(byName);
}
