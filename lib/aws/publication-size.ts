import "server-only";
import type { Publication } from "./ports.ts";

/** What SNS takes in one call, message attributes included; all messages of a batch together. */
export const MAX_PUBLICATION_BYTES = 262_144;

/**
 * What a publication counts against SNS's limit, in bytes. AWS does not say whether the subject counts, so it does.
 * https://docs.aws.amazon.com/general/latest/gr/sns.html
 */
export function publicationBytes({ message, subject = "", attributes }: Publication): number {
  const parts = Object.entries(attributes).flat().map(bytes);
  const types = Object.keys(attributes).length * bytes("String");
  return parts.reduce((sum, n) => sum + n, bytes(message) + bytes(subject) + types);
}

const bytes = (text: string) => Buffer.byteLength(text);
