import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { readQuestion } from "@/lib/actions/read-question";
import { rosterOf } from "@/lib/recipients/roster";
import { receiversIn } from "@/lib/recipients/topic-coverage";
import { consequencesOf } from "@/lib/subscriptions/consequences";
import { proposedFilterSchema } from "@/lib/subscriptions/schema";

/**
 * What a filter that is being made would mean for who is told of what; null where that cannot be told. Asked with
 * POST, because a filter can be longer than an address may be.
 */
export const POST = defineTopicRoute("console:read", async ({ topic, request }) => {
  const asked = proposedFilterSchema.safeParse(await readQuestion(request));
  if (!asked.success) return badRequest();
  return freshJson(consequencesOf(asked.data, receiversIn(rosterOf(topic.id)), topic.products));
});
