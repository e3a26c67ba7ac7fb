import { can } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { pickedSchema } from "@/lib/subscriptions/bulk-schema";
import { pickedSummary } from "@/lib/subscriptions/service/picked";
import { findTopic } from "@/lib/topics/queries";

/** What the picked rows are and what would go with them. Changes nothing; thousands do not fit an address. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  if (!actor || !can(actor, "console:read")) return new Response(null, { status: 401 });
  const topic = findTopic((await params).id);
  if (!topic) return new Response(null, { status: 404 });
  const asked = pickedSchema.safeParse(await request.json().catch(() => null));
  if (!asked.success) return new Response(null, { status: 400 });
  return Response.json(pickedSummary(topic, asked.data.ids), { headers: { "cache-control": "no-store" } });
}
