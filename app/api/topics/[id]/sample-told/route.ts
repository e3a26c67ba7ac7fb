import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { sendSampleSchema } from "@/lib/publish/schema";
import { whoIsTold } from "@/lib/publish/who-is-told";

/** Who of the topic will get a sample, asked before it is sent. */
export const GET = defineTopicRoute("console:read", ({ topic, request }) => {
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = sendSampleSchema.safeParse({ ...asked, topicId: topic.id });
  if (!parsed.success) return badRequest();
  const told = whoIsTold(topic, parsed.data);
  return told ? freshJson(told) : badRequest();
});
