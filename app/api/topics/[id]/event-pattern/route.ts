import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { readQuestion } from "@/lib/actions/read-question";
import { asked } from "@/lib/event-bridge/asked";
import { patternSchema } from "@/lib/event-bridge/schema";
import { askAws } from "@/lib/event-bridge/service/ask-aws";

/** Lets EventBridge judge the samples by a pattern. Asked with POST, because a filter can be longer than an address. */
export const POST = defineTopicRoute("console:read", async ({ topic, request }) => {
  const given = patternSchema.safeParse(await readQuestion(request));
  if (!given.success) return badRequest();
  return freshJson(await asked(() => askAws(topic, given.data)));
});
