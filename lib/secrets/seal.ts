import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const VERSION = "v1";
const IV_BYTES = 12;

/**
 * Encrypts a text with AES-256-GCM under a key derived from `secret` by HKDF-SHA-256 (RFC 5869). `purpose` names what
 * the text is and whose: sealed for one, it opens for no other, so that rows cannot be swapped unseen.
 */
export function seal(secret: string, purpose: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(secret), iv).setAAD(Buffer.from(purpose));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [VERSION, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** The text again; null when it was sealed with another secret, for another purpose, or was changed since. */
export function unseal(secret: string, purpose: string, sealed: string): string | null {
  const [version, ...parts] = sealed.split(".");
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== VERSION || iv?.length !== IV_BYTES || tag?.length !== 16 || !text) return null;
  try {
    const decipher = createDecipheriv(ALGORITHM, keyOf(secret), iv).setAAD(Buffer.from(purpose));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "proactive-notifications sealed texts", 32));
}
