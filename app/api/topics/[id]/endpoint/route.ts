import { can } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { findByEndpoint } from "@/lib/subscriptions/queries";
import { endpointUseSchema } from "@/lib/subscriptions/schema";
import { findTopic } from "@/lib/topics/queries";

/** Which subscription holds an endpoint already, for the wizard to say so while it is being typed. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  if (!actor || !can(actor, "console:read")) return new Response(null, { status: 401 });
  const topic = findTopic((await params).id);
  if (!topic) return new Response(null, { status: 404 });
  const asked = endpointUseSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return new Response(null, { status: 400 });
  const found = findByEndpoint(topic.id, asked.data.protocol, asked.data.endpoint);
  const headers = { "cache-control": "no-store" };
  // a lost one gives way to a new one, and what is being created is for the service to judge
  if (!found || found.status === "lost" || found.status === "creating")
    return Response.json({ takenBy: null }, { headers });
  const { id, status, typesText, summary } = found;
  return Response.json({ takenBy: { id, status, typesText, summary } }, { headers });
}
