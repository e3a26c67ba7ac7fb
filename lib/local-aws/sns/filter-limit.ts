import type { LocalAws } from "../local-aws.ts";
import { AwsError } from "../wire/errors.ts";

/** https://docs.aws.amazon.com/general/latest/gr/sns.html: filter policies per topic. */
const MAX_FILTERS_PER_TOPIC = 200;

/** Refuses one more filter policy on a topic that has all it may have. */
export function refuseTooManyFilters(aws: LocalAws, topicArn: string): void {
  if (aws.store.subscriptions.countFiltered(topicArn) < MAX_FILTERS_PER_TOPIC) return;
  throw new AwsError(
    "FilterPolicyLimitExceeded",
    403,
    "Topic already has the maximum number of filter policies",
  );
}
