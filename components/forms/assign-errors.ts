import type { ActionError } from "@/lib/actions/result";

type Assigned = {
  /** In the order in which the form holds its fields. */
  fields: { name: string; message: string }[];
  /** What no field can show; undefined when the fields say it all. */
  rest: string | undefined;
};

/**
 * Sorts an action's refusal into what belongs to one of the form's own fields and what the form must say as a
 * whole. A path belongs to a field when its first segment is one of `names`; nothing the server said is dropped.
 */
export function assignErrors(error: ActionError, names: readonly string[]): Assigned {
  const position = (path: string) => names.indexOf(path.split(".")[0] ?? "");
  const entries = Object.entries(error.fieldErrors ?? {}).filter(([, messages]) => messages.length > 0);
  const fields = entries
    .filter(([path]) => position(path) >= 0)
    .sort(([a], [b]) => position(a) - position(b))
    .map(([name, messages]) => ({ name, message: messages.join(" ") }));
  const homeless = entries.filter(([path]) => position(path) < 0).flatMap(([, messages]) => messages);
  if (fields.length > 0 && homeless.length === 0) return { fields, rest: undefined };
  return { fields, rest: [error.message, ...homeless].join(" ") };
}
