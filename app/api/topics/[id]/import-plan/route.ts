import { can } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { IMPORT_BYTES_AT_MOST } from "@/lib/subscriptions/constants";
import { readImportPlan } from "@/lib/subscriptions/service/plan-import";
import { findTopic } from "@/lib/topics/queries";

/** What importing the document in the body would do. Changes nothing; a document is too long for an address. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  if (!actor || !can(actor, "subscriptions:write")) return new Response(null, { status: 401 });
  const topic = findTopic((await params).id);
  if (!topic) return new Response(null, { status: 404 });
  if (Number(request.headers.get("content-length")) > IMPORT_BYTES_AT_MOST)
    return new Response(null, { status: 413 });
  const text = await request.text();
  if (text.length > IMPORT_BYTES_AT_MOST) return new Response(null, { status: 413 });
  return Response.json(readImportPlan(topic, text), { headers: { "cache-control": "no-store" } });
}
