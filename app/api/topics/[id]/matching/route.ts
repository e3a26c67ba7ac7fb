import { can } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { listQuerySchema } from "@/lib/subscriptions/schema";
import { whichRows } from "@/lib/subscriptions/service/which-rows";
import { findTopic } from "@/lib/topics/queries";

/** The ids of all rows that the search in the address finds, whatever page it is on: for picking them all. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  if (!actor || !can(actor, "console:read")) return new Response(null, { status: 401 });
  const topic = findTopic((await params).id);
  if (!topic) return new Response(null, { status: 404 });
  const query = listQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { rows } = whichRows(topic.id, { kind: "query", query });
  return Response.json({ ids: rows.map(({ id }) => id) }, { headers: { "cache-control": "no-store" } });
}
