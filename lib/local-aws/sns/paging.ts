import { invalidParameter } from "../wire/errors.ts";
import type { QueryParameters } from "../wire/query.ts";
import type { Xml } from "../wire/xml.ts";

/** AWS's page size, which no caller can change. */
const PAGE_SIZE = 100;

interface Page<T> {
  items: T[];
  /** The `NextToken` element, or nothing on the last page. */
  next: readonly (readonly [string, Xml])[];
}

/**
 * One page of a listing. `read` gets the ordinal to continue after and how many rows to read. A token belongs to the
 * listing it was given for: any other one is refused.
 */
export function readPage<T extends { ordinal: number }>(
  parameters: QueryParameters,
  listing: string,
  read: (after: number, size: number) => T[],
): Page<T> {
  const token = parameters.text("NextToken");
  const rows = read(token ? decodeToken(token, listing) : 0, PAGE_SIZE + 1);
  const items = rows.slice(0, PAGE_SIZE);
  const last = items.at(-1);
  if (rows.length <= PAGE_SIZE || !last) return { items, next: [] };
  return { items, next: [["NextToken", encodeToken(listing, last.ordinal)]] };
}

function encodeToken(listing: string, after: number): string {
  return Buffer.from(`${after} ${listing}`).toString("base64");
}

function decodeToken(token: string, listing: string): number {
  const match = /^(\d{1,15}) (.*)$/s.exec(Buffer.from(token, "base64").toString("utf8"));
  if (!match || match[2] !== listing) throw invalidParameter("NextToken");
  return Number(match[1]);
}
