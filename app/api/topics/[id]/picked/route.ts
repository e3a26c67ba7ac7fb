import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { readQuestion } from "@/lib/actions/read-question";
import { pickedSchema } from "@/lib/subscriptions/bulk-schema";
import { pickedSummary } from "@/lib/subscriptions/service/picked";

/** What the picked rows are and what would go with them. Changes nothing; thousands do not fit an address. */
export const POST = defineTopicRoute("console:read", async ({ topic, request }) => {
  const asked = pickedSchema.safeParse(await readQuestion(request));
  return asked.success ? freshJson(pickedSummary(topic, asked.data.ids)) : badRequest();
});
