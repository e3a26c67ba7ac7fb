import { badRequest, defineTopicRoute } from "@/lib/actions/define-topic-route";
import { lambdaTemplate } from "@/lib/chat/lambda-template";
import { findChannel } from "@/lib/chat/queries";
import { lambdaTemplateSchema } from "@/lib/chat/schema";

/** A CloudFormation template for those who prefer a function of their own, as a file. */
export const GET = defineTopicRoute("console:read", ({ topic, request }) => {
  const parsed = lambdaTemplateSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return badRequest();
  const { platform, channel } = parsed.data;
  const found = channel === "" ? undefined : findChannel(channel);
  const filterPolicy = found?.topicId === topic.id ? found.filterPolicy : null;
  return new Response(lambdaTemplate({ topicArn: topic.arn, platform, filterPolicy }), {
    headers: {
      "cache-control": "no-store",
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="chat-by-lambda-${platform}.json"`,
    },
  });
});
