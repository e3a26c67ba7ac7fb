import { defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { IMPORT_BYTES_AT_MOST } from "@/lib/subscriptions/constants";
import { readImportPlan } from "@/lib/subscriptions/service/plan-import";

/** What importing the document in the body would do. Changes nothing; a document is too long for an address. */
export const POST = defineTopicRoute("subscriptions:write", async ({ topic, request }) => {
  const tooLong = () => new Response(null, { status: 413 });
  if (Number(request.headers.get("content-length")) > IMPORT_BYTES_AT_MOST) return tooLong();
  const text = await request.text();
  return text.length > IMPORT_BYTES_AT_MOST ? tooLong() : freshJson(readImportPlan(topic, text));
});
