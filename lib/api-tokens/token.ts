import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { TOKEN_PREFIX } from "./constants.ts";

const FORM = new RegExp(`^${TOKEN_PREFIX}[A-Za-z0-9_-]{43}$`);

/** A new token of 256 random bits. */
export function newToken(): string {
  return TOKEN_PREFIX + randomBytes(32).toString("base64url");
}

/**
 * What is kept of a token. A plain hash is enough: nobody can try 2^256 of them, and looking one up by its hash tells
 * nothing by its time.
 */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The token of an Authorization header, or null when there is none of ours. */
export function bearerToken(authorization: string | null): string | null {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  return token && FORM.test(token) ? token : null;
}
