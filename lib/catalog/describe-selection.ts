import { labels } from "./field-rules.ts";
import { countWords, listWords } from "./list-words.ts";
import { type ProductId, typesOf } from "./products.ts";
import { findResult } from "./results.ts";
import { type Selection, soleResultType } from "./selection.ts";

export type SelectionWords = {
  /** The labels of the types, such as "Scan result". */
  readonly types: string;
  /** What narrows them, such as "Infected or Error, in bucket invoices"; "All messages" when nothing does. */
  readonly filter: string;
};

/** More names than this are counted instead of listed. */
const LISTED_NAMES = 3;

/** A selection in the few words that fit a table's cells. */
export function describeSelection(productIds: readonly ProductId[], selection: Selection): SelectionWords {
  const published = typesOf(productIds);
  const types = selection.types.length === published.length ? "All types" : labels(selection.types);
  const parts = [
    listWords(resultLabels(selection), "or"),
    namesWords("in", selection.buckets, "bucket"),
    namesWords("of", selection.accounts, "account"),
  ].filter((part) => part !== "");
  return { types, filter: parts.length === 0 ? "All messages" : capitalised(parts.join(", ")) };
}

function resultLabels({ types, results }: Selection): string[] {
  const resultType = soleResultType(types);
  return results.map((value) => (resultType && findResult(resultType, value)?.label) ?? value);
}

function namesWords(preposition: string, names: readonly string[], noun: string): string {
  if (names.length === 0) return "";
  if (names.length <= LISTED_NAMES) return `${preposition} ${noun} ${listWords(names, "or")}`;
  return `${preposition} ${countWords(names.length, noun)}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
