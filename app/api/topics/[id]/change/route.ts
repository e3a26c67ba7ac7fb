import { can } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { consequencesOf } from "@/lib/subscriptions/consequences";
import { listReceiverRows } from "@/lib/subscriptions/queries";
import { receiversOf } from "@/lib/subscriptions/receivers";
import { proposedFilterSchema } from "@/lib/subscriptions/schema";
import { findTopic } from "@/lib/topics/queries";

/**
 * What a filter that is being made would mean for who is told of what; null where that cannot be told. Reads only; it is asked with POST because a
 * filter can be longer than an address may be.
 */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  if (!actor || !can(actor, "console:read")) return new Response(null, { status: 401 });
  const topic = findTopic((await params).id);
  if (!topic) return new Response(null, { status: 404 });
  const asked = proposedFilterSchema.safeParse(await request.json().catch(() => undefined));
  if (!asked.success) return new Response(null, { status: 400 });
  const consequences = consequencesOf(asked.data, receiversOf(listReceiverRows(topic.id)), topic.products);
  return Response.json(consequences, { headers: { "cache-control": "no-store" } });
}
