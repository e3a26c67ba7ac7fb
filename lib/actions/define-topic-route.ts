import "server-only";
import { type Actor, can } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/constants";
import { currentActor } from "@/lib/auth/session";
import { findTopic, type Topic } from "@/lib/topics/queries";

type Handle = (context: { actor: Actor; topic: Topic; request: Request }) => Response | Promise<Response>;

/**
 * Makes a route handler about one topic, guarded in this order: who (401), allowed (403), which topic (404). Reads
 * only: what changes something is a server action.
 */
export function defineTopicRoute(permission: Permission, handle: Handle) {
  return async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
    const actor = await currentActor();
    if (!actor) return new Response(null, { status: 401 });
    if (!can(actor, permission)) return new Response(null, { status: 403 });
    const topic = findTopic((await params).id);
    if (!topic) return new Response(null, { status: 404 });
    return handle({ actor, topic, request });
  };
}

/** An answer that no cache keeps: the next one may differ. */
export function freshJson(data: unknown): Response {
  return Response.json(data, { headers: { "cache-control": "no-store" } });
}

/** What a malformed question gets: our own pages ask none. */
export function badRequest(): Response {
  return new Response(null, { status: 400 });
}
