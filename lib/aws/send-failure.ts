import "server-only";
import { isThrottling, translateAwsError } from "./errors.ts";
import type { SendOutcome } from "./ports.ts";

type SentError = Error & { $fault?: string; $metadata?: { httpStatusCode?: number }; code?: string };

/** Nothing was sent: no connection was made, or there was nobody to send as. */
const BEFORE_SENDING = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
/** What the SDK calls an error that came without a name: whoever answered, it was not SES. */
const NAMELESS = "Unknown";
const WITHOUT_CREDENTIALS = new Set(["CredentialsProviderError", "TokenProviderError"]);

/**
 * What a failed SendEmail means for sending the mail again. An error in SES's own protocol says that the mail was not
 * taken; a connection that broke, a timeout or the answer of a proxy says nothing.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_Errors
 */
export function sendFailure(error: unknown): Extract<SendOutcome, { ok: false }> {
  return { ok: false, kind: kindOf(error), error: translateAwsError(error) };
}

function kindOf(error: unknown): "refused" | "later" | "unclear" {
  if (!(error instanceof Error)) return "unclear";
  const { name, code, $fault, $metadata }: SentError = error;
  if (WITHOUT_CREDENTIALS.has(name) || BEFORE_SENDING.has(code ?? "")) return "later";
  // LimitExceededException is a spent quota, which fills up again
  if (isThrottling(error) || name === "LimitExceededException") return "later";
  const status = $metadata?.httpStatusCode;
  if ($fault === undefined || status === undefined || name === NAMELESS) return "unclear";
  return status < 500 ? "refused" : "later";
}
