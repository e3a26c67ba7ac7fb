import { defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { listQuerySchema } from "@/lib/subscriptions/schema";
import { whichRows } from "@/lib/subscriptions/service/which-rows";

/** The ids of all rows that the search in the address finds, whatever page it is on: for picking them all. */
export const GET = defineTopicRoute("console:read", ({ topic, request }) => {
  const query = listQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { rows } = whichRows(topic.id, { kind: "query", query });
  return freshJson({ ids: rows.map(({ id }) => id) });
});
