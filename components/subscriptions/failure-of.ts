import type { ActionError } from "@/lib/actions/result";

/** The result of an action that never answered: the connection broke, or the console is down. */
export function failureOf(): { ok: false; error: ActionError } {
  return {
    ok: false,
    error: {
      code: "unreachable",
      message:
        "The console did not answer, so it is not known whether this was done. Refresh the list, then try again.",
    },
  };
}
