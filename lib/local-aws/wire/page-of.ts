import type { AwsError } from "./errors.ts";

interface PageRequest {
  limit: number;
  token: string | undefined;
  /** What is listed; a token belongs to the listing it was given for. */
  listing: string;
  refuseToken: () => AwsError;
}

/** A page of a list, and the token for the next one when there is more. Throws for a token of another listing. */
export function pageOf<T>(
  items: readonly T[],
  { limit, token, listing, refuseToken }: PageRequest,
): { items: T[]; next?: string } {
  const from = token === undefined ? 0 : readOffset(token, listing);
  if (from === null) throw refuseToken();
  const until = from + limit;
  const page = items.slice(from, until);
  if (until >= items.length) return { items: page };
  return { items: page, next: Buffer.from(`${until} ${listing}`).toString("base64url") };
}

function readOffset(token: string, listing: string): number | null {
  const match = /^(\d{1,9}) (.*)$/s.exec(Buffer.from(token, "base64url").toString("utf8"));
  return match?.[2] === listing ? Number(match[1]) : null;
}
