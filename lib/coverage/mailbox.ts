import type { Receiver } from "./audience.ts";

/**
 * The mailbox that an address is delivered to, for comparison: without a `+tag`, in lower case. Undefined for what is
 * no mail. Few servers tell letter case apart (RFC 5321, 2.4), and those of the help page's `+` advice do not.
 */
export function mailboxOf({ protocol, endpoint }: Receiver): string | undefined {
  if (protocol !== "email" && protocol !== "email-json") return undefined;
  const at = endpoint.lastIndexOf("@");
  const [user] = endpoint.slice(0, at).split("+");
  return at > 0 && user ? `${user}@${endpoint.slice(at + 1)}`.toLowerCase() : endpoint.toLowerCase();
}
