import "server-only";
import { isUnsubscribed } from "./service/unsubscribe.ts";
import { addressOfToken } from "./service/unsubscribe-link.ts";

/** Whose link it is and what they have chosen; null for a link of nobody's. Open to all: the token is the proof. */
export function readChoice(token: unknown): { address: string; isUnsubscribed: boolean } | null {
  const address = typeof token === "string" ? addressOfToken(token) : null;
  return address === null ? null : { address, isUnsubscribed: isUnsubscribed(address) };
}
