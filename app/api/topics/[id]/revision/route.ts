import { can } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/session";
import { syncIfOlderThan } from "@/lib/jobs/sync";
import { revisionOf } from "@/lib/subscriptions/queries";
import { findTopic } from "@/lib/topics/queries";

const WATCHED_SYNC_MS = 10_000;

/**
 * What an open page polls while something is pending: a text that changes whenever a row does. Being watched, the
 * topic is synced more often than in the background.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  if (!actor || !can(actor, "console:read")) return new Response(null, { status: 401 });
  const topic = findTopic((await params).id);
  if (!topic) return new Response(null, { status: 404 });
  syncIfOlderThan(topic.id, WATCHED_SYNC_MS);
  const headers = { "cache-control": "no-store" };
  return Response.json({ revision: revisionOf(topic.id) }, { headers });
}
