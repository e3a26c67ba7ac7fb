import type { ActionError, ActionResult } from "@/lib/actions/result";
import type { SignInInput } from "@/lib/auth/schema";

/** Starts a session. Answers like an action, so that the same forms can show what came of it; never throws. */
export async function signIn({ email, password }: SignInInput): Promise<ActionResult<null>> {
  try {
    const response = await fetch("/api/auth/sign-in/email", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    return response.ok ? { ok: true, data: null } : { ok: false, error: refusal(response) };
  } catch {
    return { ok: false, error: { code: "unreachable", message: "The console did not answer. Try again." } };
  }
}

function refusal(response: Response): ActionError {
  switch (response.status) {
    case 401:
      return { code: "wrong", message: "E-mail address or password is wrong." };
    case 403:
      return {
        code: "forbidden",
        message: `Sign-in does not work at ${window.location.origin}: the console is set up for another address. Open it there, or set CONSOLE_URL to this address.`,
      };
    case 429:
      return { code: "throttled", message: `Too many tries. Wait ${waitOf(response)}, then try again.` };
    default:
      return {
        code: "failed",
        message: `The console could not check your password (status ${response.status}). Try again.`,
      };
  }
}

function waitOf(response: Response): string {
  const seconds = Number(response.headers.get("x-retry-after"));
  if (!(seconds > 0)) return "a moment";
  return seconds === 1 ? "1 second" : `${seconds} seconds`;
}
