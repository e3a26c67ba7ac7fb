import type { AwsError } from "../wire/errors.ts";
import { badRequest } from "./errors.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL_OR_SPACE = /[\u0000-\u0020\u007f]/;
const DOMAIN = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i;

/**
 * An address with its domain in lower case: domains have no case, what stands before the `@` does.
 *
 * @throws AwsError `BadRequestException` for what SES does not send to: the local part must be ASCII, the domain Punycode.
 */
export function readAddress(text: string): string {
  const problem = problemOf(text);
  if (problem) throw problem;
  const at = text.lastIndexOf("@");
  return text.slice(0, at + 1) + text.slice(at + 1).toLowerCase();
}

function problemOf(text: string): AwsError | null {
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, Math.max(at, 0)), text.slice(at + 1)];
  if (at < 0) return badRequest("Missing final '@domain'");
  if (domain === "" || domain.endsWith(".")) return badRequest("Missing domain");
  if (CONTROL_OR_SPACE.test(domain)) return badRequest("Domain contains control or whitespace");
  if (!DOMAIN.test(domain)) return badRequest("Domain contains illegal character");
  if (local === "") return badRequest("Missing local part");
  if (CONTROL_OR_SPACE.test(local)) return badRequest("Local address contains control or whitespace");
  if (!/^[\x21-\x7e]{1,64}$/.test(local)) return badRequest("Local address contains illegal character");
  return null;
}

/** An identity: an address, or a domain of at least two names. */
export function readIdentityName(text: string): string {
  if (text.includes("@")) return readAddress(text);
  if (DOMAIN.test(text) && text.includes(".")) return text.toLowerCase();
  throw badRequest(`The identity ${text} is neither an email address nor a domain.`);
}
