import type { FilterPreview } from "@/components/filter-policy/filter-preview";
import { formatFilterPolicy } from "@/lib/filter-policy";
import type { ProposedFilter } from "@/lib/subscriptions/schema";

/** What the console is asked about a filter; undefined while it is none. */
export function proposedFilter(
  preview: FilterPreview,
  { id, protocol, endpoint }: Pick<ProposedFilter, "id" | "protocol" | "endpoint">,
): ProposedFilter | undefined {
  if (preview.kind !== "policy") return undefined;
  const { policy } = preview;
  return { id, protocol, endpoint, scope: policy.scope, policy: formatFilterPolicy(policy) };
}
