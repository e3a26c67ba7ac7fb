import { emptySelection, type ProductId, type Selection } from "@/lib/catalog";
import { formatFilterPolicy } from "@/lib/filter-policy";
import { type StoredFilter, viewFilter } from "@/lib/subscriptions/derive";

/** What the pattern builder begins with; `of` is the endpoint of the subscription whose filter it is. */
export type PatternStart =
  | { kind: "selection"; selection: Selection; of: string | null }
  /** A filter made elsewhere, which need not be a selection. */
  | { kind: "policy"; policy: string; of: string }
  /** Nothing can be made of that filter. */
  | { kind: "unusable"; reason: string; of: string };

/** Begins with a subscription's filter, or with nothing chosen. */
export function patternStart(
  row: (StoredFilter & { endpoint: string }) | undefined,
  products: readonly ProductId[],
): PatternStart {
  if (!row) return { kind: "selection", selection: emptySelection, of: null };
  const of = row.endpoint;
  const view = viewFilter(row, products);
  switch (view.kind) {
    case "selection":
      return { kind: "selection", selection: view.selection, of };
    case "all":
      return { kind: "policy", policy: "{}", of };
    case "custom":
      return view.policy?.scope === "MessageAttributes"
        ? { kind: "policy", policy: formatFilterPolicy(view.policy), of }
        : { kind: "unusable", of, reason: BODY };
    case "unknown":
      return { kind: "unusable", of, reason: "Its filter has not been read from AWS yet." };
    case "unreadable":
      return { kind: "unusable", of, reason: "Its filter is not a valid policy." };
    default:
      return view satisfies never;
  }
}

const BODY = "Its filter looks into the message body, which an event carries as one text.";
