import type { SubscriptionView } from "@/lib/subscriptions/loaders";

/** What a subscription delivers, as the end of "… will no longer receive". */
export function receivedWords({
  filterKind,
  typesText,
  summary,
}: Pick<SubscriptionView, "filterKind" | "typesText" | "summary">): string {
  switch (filterKind) {
    case "all":
      return "any notification of this topic";
    case "selection":
      return `${typesText}: ${summary}`;
    case "custom":
    case "unknown":
    case "unreadable":
      return "what its filter admits";
    default:
      return filterKind satisfies never;
  }
}
