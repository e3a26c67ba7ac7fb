import { emptySelection, type Selection } from "@/lib/catalog";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import type { CreateSubscriptionInput } from "@/lib/subscriptions/schema";

/** What the wizard begins with: nothing, what a lost subscription was, or what the link to it chose. */
export function initialValues(
  topicId: string,
  from: SubscriptionDetail | null | undefined,
  wanted: Selection = emptySelection,
): CreateSubscriptionInput {
  const { types, results, buckets, accounts } =
    from?.filter.kind === "selection" ? from.filter.selection : wanted;
  return {
    topicId,
    types: [...types],
    results: [...results],
    buckets: [...buckets],
    accounts: [...accounts],
    protocol: from?.protocol ?? "email",
    endpoint: from?.endpoint ?? "",
    rawDelivery: from?.rawDelivery ?? false,
    deadLetterQueueArn: from?.deadLetterQueueArn ?? "",
    subscriptionRoleArn: "",
  };
}

/** Why the wizard could not take over the filter of the subscription it adds again; undefined when it could. */
export function lostFilterNotice(from: SubscriptionDetail | null | undefined): string | undefined {
  if (!from) return undefined;
  const { filter } = from;
  switch (filter.kind) {
    case "selection":
      return undefined;
    case "all":
      return "The lost subscription had no filter. Choose what the new one delivers.";
    case "custom":
    case "unreadable":
      return `The lost subscription had a filter that this form cannot hold. ${filter.reason} Choose what the new one delivers.`;
    case "unknown":
      return "The filter of the lost subscription was never read from AWS. Choose what the new one delivers.";
    default:
      return filter satisfies never;
  }
}
