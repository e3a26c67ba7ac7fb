import { isResultType, resultsOf, type SelectionInput } from "@/lib/catalog";
import { tagged } from "@/lib/subscriptions/endpoint";

/**
 * Another address of the same mailbox, for a second subscription: `a@x` becomes `a+infected@x`, named after what
 * the selection is about. An address that has that tag already gets the next number.
 */
export function spareAddress(address: string, selection: SelectionInput): string {
  const first = tagged(address, tagOf(selection));
  const [stem = "", domain = ""] = first.split("@");
  const [current = ""] = address.split("@");
  if (current === stem) return `${stem}-2@${domain}`;
  const number = current.startsWith(`${stem}-`) ? Number(current.slice(stem.length + 1)) : Number.NaN;
  return Number.isInteger(number) ? `${stem}-${number + 1}@${domain}` : first;
}

function tagOf({ types, results, buckets, accounts }: SelectionInput): string {
  const [place, ...morePlaces] = [...buckets, ...accounts];
  const [result, ...moreResults] = results;
  const [type, ...moreTypes] = types;
  if (result !== undefined && moreResults.length === 0) return result;
  if (place !== undefined && morePlaces.length === 0) return place;
  if (type === undefined || moreTypes.length > 0) return "notifications";
  return result !== undefined && !results.some(isHarmless) ? "problems" : inWords(type);
}

function isHarmless(result: string): boolean {
  const all = [...resultsOf("scanResult"), ...resultsOf("classificationResult")];
  return all.some(({ value, severity }) => value === result && severity === "none");
}

/** "bucketsDiscovered" as "buckets-discovered". */
function inWords(type: string): string {
  return isResultType(type) ? "all-results" : type.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
