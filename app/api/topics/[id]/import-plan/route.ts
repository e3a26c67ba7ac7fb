import { defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { readText } from "@/lib/actions/read-text";
import { IMPORT_BYTES_AT_MOST } from "@/lib/subscriptions/constants";
import { readImportPlan } from "@/lib/subscriptions/service/plan-import";

/** What importing the document in the body would do. Changes nothing; a document is too long for an address. */
export const POST = defineTopicRoute("subscriptions:write", async ({ topic, request }) => {
  const text = await readText(request, IMPORT_BYTES_AT_MOST);
  return text === null ? new Response(null, { status: 413 }) : freshJson(readImportPlan(topic, text));
});
