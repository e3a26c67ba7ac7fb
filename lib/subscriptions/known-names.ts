import "server-only";
import { observedValuesOf } from "@/lib/notifications/queries";
import { listKnownNames } from "./queries.ts";

export type KnownNames = { buckets: string[]; accounts: string[] };

const OBSERVED_AT_MOST = 1_000;
const NAME_LENGTH_AT_MOST = 100;

/** Bucket names and account ids to choose from: those that the topic carried, and those that its filters use. */
export function knownNames(topicId: string): KnownNames {
  const inFilters = listKnownNames(topicId);
  const seen = (name: string) => observedValuesOf(topicId, name, { limit: OBSERVED_AT_MOST }).filter(isName);
  return {
    buckets: [...new Set([...seen("bucket"), ...inFilters.buckets])].sort(),
    accounts: [...new Set([...seen("accountId"), ...inFilters.accounts])].sort(),
  };
}

/** What a message carries is anybody's text; only what can be a name is offered as one. */
function isName(text: string): boolean {
  return text.length <= NAME_LENGTH_AT_MOST && /^[\w.:-]+$/.test(text);
}
