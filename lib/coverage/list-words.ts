const formats = {
  and: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  or: new Intl.ListFormat("en-GB", { type: "disjunction" }),
};

/** More items than this are counted instead of listed. */
const LISTED_ITEMS = 8;

/** A list as it reads within a sentence: "a, b and c"; a long one is cut to "a, b and 12 more". */
export function listWords(items: readonly string[], last: "and" | "or"): string {
  if (items.length <= LISTED_ITEMS) return formats[last].format(items);
  const listed = items.slice(0, LISTED_ITEMS - 1);
  return formats[last].format([...listed, `${items.length - listed.length} more`]);
}
