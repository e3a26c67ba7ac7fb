import { badRequest, defineTopicRoute, freshJson } from "@/lib/actions/define-topic-route";
import { exportSchema } from "@/lib/subscriptions/bulk-schema";
import { listQuerySchema } from "@/lib/subscriptions/schema";
import { exportSubscriptions } from "@/lib/subscriptions/service/export";
import type { Topic } from "@/lib/topics/queries";

const PREVIEW_LINES = 300;

/** Subscriptions of a topic as a file: the named ones, or all that the search in the address finds. */
export const GET = defineTopicRoute("console:read", ({ topic, request }) =>
  answer(topic, new URL(request.url).searchParams),
);

/** The same for a form, because an address cannot name thousands. */
export const POST = defineTopicRoute("console:read", async ({ topic, request }) => {
  const form = await request.formData().catch(() => null);
  if (!form) return badRequest();
  const given = [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return answer(topic, new URLSearchParams(given));
});

function answer(topic: Topic, search: URLSearchParams): Response {
  const given = Object.fromEntries(search);
  const asked = exportSchema.safeParse(given);
  if (!asked.success) return badRequest();
  const { format, ids, preview } = asked.data;
  const which = ids
    ? ({ kind: "ids", ids } as const)
    : ({ kind: "query", query: listQuerySchema.parse(given) } as const);
  const { text, fileName, facts } = exportSubscriptions(topic, format, which);
  if (!preview) return file(text, fileName);
  const lines = text.trimEnd().split("\n");
  return freshJson({ start: lines.slice(0, PREVIEW_LINES).join("\n"), lines: lines.length, facts });
}

/** The name holds letters, digits, dots and dashes only: nothing that a header or a file system could trip over. */
function file(text: string, fileName: string): Response {
  return new Response(text, {
    headers: {
      "cache-control": "no-store",
      "content-type": "text/plain; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}
