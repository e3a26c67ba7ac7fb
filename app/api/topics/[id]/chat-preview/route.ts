import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { previewAnswer } from "@/lib/chat/preview-answer";
import { previewSchema } from "@/lib/chat/schema";
import { readEnv } from "@/lib/env";

/** A sample as a chat would show it. */
export const GET = defineTopicRoute("console:read", ({ topic, request }) => {
  const parsed = previewSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return badRequest();
  const { consoleUrl } = readEnv();
  return freshJson(previewAnswer(topic, parsed.data, { consoleUrl, at: new Date() }));
});
