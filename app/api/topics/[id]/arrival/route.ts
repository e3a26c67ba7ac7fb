import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { arrivalOfMessage } from "@/lib/publish/arrival";

/** Whether a message that was sent has come back, for the page that watches it. */
export const GET = defineTopicRoute("console:read", ({ topic, request }) => {
  const messageId = new URL(request.url).searchParams.get("messageId");
  return messageId ? freshJson(arrivalOfMessage(topic.id, messageId)) : badRequest();
});
