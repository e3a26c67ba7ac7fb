import { defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { syncIfOlderThan } from "@/lib/jobs/sync";
import { revisionOf } from "@/lib/subscriptions/queries";

const WATCHED_SYNC_MS = 10_000;

/**
 * What an open page polls while something is pending: a text that changes whenever a row does. Being watched, the
 * topic is synced more often than in the background.
 */
export const GET = defineTopicRoute("console:read", ({ topic }) => {
  syncIfOlderThan(topic.id, WATCHED_SYNC_MS);
  return freshJson({ revision: revisionOf(topic.id) });
});
