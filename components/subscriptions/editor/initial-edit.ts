import { indentPolicy, selectionAsText } from "@/components/filter-policy/policy-text";
import { emptySelection } from "@/lib/catalog";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import type { EditSubscriptionInput } from "@/lib/subscriptions/schema";

/**
 * What the editor begins with. The form keeps the selection and the policy side by side, so that changing from one
 * to the other and back loses nothing; `kind` says which of them is meant.
 */
export function initialEdit(subscription: SubscriptionDetail): EditSubscriptionInput {
  return {
    id: subscription.id,
    version: subscription.version,
    filter: initialFilter(subscription),
    rawDelivery: subscription.rawDelivery,
    deadLetterQueueArn: subscription.deadLetterQueueArn ?? "",
  };
}

function initialFilter({ filter, scope, topic }: SubscriptionDetail) {
  switch (filter.kind) {
    case "selection":
      return {
        kind: "selection" as const,
        ...lists(filter.selection),
        scope: "MessageAttributes" as const,
        text: selectionAsText(topic.products, filter.selection),
      };
    case "all":
    case "unknown":
      return {
        kind: "keep" as const,
        ...lists(emptySelection),
        scope: "MessageAttributes" as const,
        text: "{}",
      };
    case "custom":
    case "unreadable":
      return {
        kind: "policy" as const,
        ...lists(emptySelection),
        scope,
        text: indentPolicy(filter.policyText, scope),
      };
    default:
      return filter satisfies never;
  }
}

function lists({ types, results, buckets, accounts }: typeof emptySelection) {
  return { types: [...types], results: [...results], buckets: [...buckets], accounts: [...accounts] };
}

/** Whether two states of a subscription would begin the editor alike, whatever else in them has changed. */
export function isSameContent(a: SubscriptionDetail, b: SubscriptionDetail): boolean {
  const content = (subscription: SubscriptionDetail) =>
    JSON.stringify({ ...initialEdit(subscription), version: 0 });
  return content(a) === content(b);
}
