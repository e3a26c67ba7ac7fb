import { type FilterPolicy, matchFilterPolicy } from "../../filter-policy/index.ts";
import type { ProductId } from "../products.ts";
import { askedValues } from "./asked-values.ts";
import { type Place, type Sample, samplesFor, sampleWith } from "./index.ts";

export type JudgedSample = { sample: Sample; isDelivered: boolean };

export type JudgedSamples = {
  judged: readonly JudgedSample[];
  /** The buckets and accounts that the samples were made to happen in, because the policy asks for them. */
  asked: { buckets: readonly string[]; accounts: readonly string[] };
};

/**
 * Which sample messages of the products a policy delivers. A sample's own bucket and account mean nothing, so where
 * the policy asks for some, the samples happen there: what is then not delivered differs in more than its place.
 * `admits` is for what else was made of the policy, such as an event pattern.
 */
export function judgeSamples(
  productIds: readonly ProductId[],
  policy: FilterPolicy,
  admits = (sample: Sample) => matchFilterPolicy(policy, sample),
): JudgedSamples {
  const isBody = policy.scope === "MessageBody";
  const asked = {
    buckets: askedValues(policy.entries, isBody ? "bucketName" : "bucket"),
    accounts: askedValues(policy.entries, "accountId"),
  };
  const places = placesOf(asked);
  const judged = samplesFor(productIds).map((original) => {
    const there = places.map((place) => sampleWith(original, place));
    const match = there.find(admits);
    return { sample: match ?? original, isDelivered: match !== undefined };
  });
  return { judged, asked };
}

/** Every pair, and for what the policy does not ask for, the sample's own. */
function placesOf({ buckets, accounts }: JudgedSamples["asked"]): Partial<Place>[] {
  const somewhere = buckets.length > 0 ? buckets.map((bucket) => ({ bucket })) : [{}];
  const someones = accounts.length > 0 ? accounts.map((accountId) => ({ accountId })) : [{}];
  return somewhere.flatMap((bucket) => someones.map((account) => ({ ...bucket, ...account })));
}
