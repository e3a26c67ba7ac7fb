import { labels } from "./field-rules.ts";
import { countWords, listWords } from "./list-words.ts";
import { notificationTypes } from "./notification-types.ts";
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
  const parts = [
    listWords(resultLabels(selection), "or"),
    placeWords(selection.buckets, "bucket"),
    placeWords(selection.accounts, "account"),
  ].filter((part) => part !== "");
  return {
    types: typeWords(productIds, selection.types),
    filter: parts.length === 0 ? "All messages" : capitalised(parts.join(", ")),
  };
}

function typeWords(productIds: readonly ProductId[], types: Selection["types"]): string {
  if (types.length === typesOf(productIds).length) return "All types";
  if (types.length <= LISTED_NAMES) return labels(types);
  const listed = types.slice(0, LISTED_NAMES - 1).map((type) => notificationTypes[type].label);
  return listWords([...listed, `${types.length - listed.length} more`], "and");
}

function resultLabels({ types, results }: Selection): string[] {
  const resultType = soleResultType(types);
  return results.map((value) => (resultType && findResult(resultType, value)?.label) ?? value);
}

function placeWords(names: readonly string[], noun: string): string {
  if (names.length === 0) return "";
  if (names.length > LISTED_NAMES) return `in ${countWords(names.length, noun)}`;
  return `in ${noun} ${listWords(names, "or")}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
