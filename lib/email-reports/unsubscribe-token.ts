import { createHmac, timingSafeEqual } from "node:crypto";

/** By which whoever got a report is known to be its recipient: the address, signed. */
export function unsubscribeToken(key: string, recipient: string): string {
  const address = recipient.toLowerCase();
  return `${Buffer.from(address).toString("base64url")}.${signatureOf(key, address).toString("base64url")}`;
}

/** The address in lower case, or null when the token was not made with this key. */
export function readUnsubscribeToken(key: string, token: string): string | null {
  const [address = "", signature = ""] = token.split(".");
  const text = Buffer.from(address, "base64url").toString();
  const given = Buffer.from(signature, "base64url");
  const expected = signatureOf(key, text);
  return given.length === expected.length && timingSafeEqual(given, expected) ? text : null;
}

function signatureOf(key: string, address: string): Buffer {
  return createHmac("sha256", key).update(`unsubscribe\n${address}`).digest();
}
