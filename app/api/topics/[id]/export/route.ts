import { can } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { exportSchema } from "@/lib/subscriptions/bulk-schema";
import { listQuerySchema } from "@/lib/subscriptions/schema";
import { exportSubscriptions } from "@/lib/subscriptions/service/export";
import { findTopic } from "@/lib/topics/queries";

type Context = { params: Promise<{ id: string }> };

const PREVIEW_LINES = 300;

/** Subscriptions of a topic as a file: the named ones, or all that the search in the address finds. */
export function GET(request: Request, context: Context) {
  return answer(new URL(request.url).searchParams, context);
}

/** The same for a form, because an address cannot name thousands. */
export async function POST(request: Request, context: Context) {
  const form = await request.formData().catch(() => null);
  if (!form) return new Response(null, { status: 400 });
  const given = [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return answer(new URLSearchParams(given), context);
}

async function answer(search: URLSearchParams, { params }: Context) {
  const actor = await currentActor();
  if (!actor || !can(actor, "console:read")) return new Response(null, { status: 401 });
  const topic = findTopic((await params).id);
  if (!topic) return new Response(null, { status: 404 });
  const given = Object.fromEntries(search);
  const asked = exportSchema.safeParse(given);
  if (!asked.success) return new Response(null, { status: 400 });
  const { format, ids, preview } = asked.data;
  const query = listQuerySchema.parse(given);
  const { text, fileName, facts } = exportSubscriptions(
    topic,
    format,
    ids ? { kind: "ids", ids } : { kind: "query", query },
  );
  const headers = { "cache-control": "no-store" };
  if (preview) {
    const lines = text.trimEnd().split("\n");
    const start = lines.slice(0, PREVIEW_LINES).join("\n");
    return Response.json({ start, lines: lines.length, facts }, { headers });
  }
  const file = { "content-type": "text/plain; charset=utf-8", "content-disposition": attachment(fileName) };
  return new Response(text, { headers: { ...headers, ...file } });
}

/** The name holds letters, digits, dots and dashes only: nothing that a header or a file system could trip over. */
function attachment(fileName: string): string {
  return `attachment; filename="${fileName}"`;
}
