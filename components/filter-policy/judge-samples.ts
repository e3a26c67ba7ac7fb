import type { ProductId } from "@/lib/catalog";
import { type Place, type Sample, samplesFor, sampleWith } from "@/lib/catalog/samples/index";
import { type FilterPolicy, matchFilterPolicy, type PolicyEntry } from "@/lib/filter-policy";

export type JudgedSample = { sample: Sample; isDelivered: boolean };

export type JudgedSamples = {
  judged: readonly JudgedSample[];
  /** Where the samples were made to happen, because the policy asks for that bucket or account. */
  place: Partial<Place>;
};

/**
 * Which sample messages of the products a policy delivers. A sample's own bucket and account mean nothing, so where
 * the policy names some, the samples happen in the first of them: what is then not delivered differs in more.
 */
export function judgeSamples(productIds: readonly ProductId[], policy: FilterPolicy): JudgedSamples {
  const place = placeAsked(policy);
  const judged = samplesFor(productIds).map((original) => {
    const sample = sampleWith(original, place);
    return { sample, isDelivered: matchFilterPolicy(policy, sample) };
  });
  return { judged, place };
}

function placeAsked({ scope, entries }: FilterPolicy): Partial<Place> {
  const bucket = firstExactText(entries, scope === "MessageBody" ? "bucketName" : "bucket");
  const accountId = firstExactText(entries, "accountId");
  return { ...(bucket !== undefined && { bucket }), ...(accountId !== undefined && { accountId }) };
}

function firstExactText(entries: readonly PolicyEntry[], key: string): string | undefined {
  for (const entry of entries) {
    if (entry.kind !== "leaf" || entry.key !== key) continue;
    for (const condition of entry.conditions)
      if (condition.kind === "exact" && typeof condition.value === "string") return condition.value;
  }
  return undefined;
}
