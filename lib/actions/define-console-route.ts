import "server-only";
import { type Actor, can } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/constants";
import { currentActor } from "@/lib/auth/session";

type Handle = (context: { actor: Actor; request: Request }) => Response | Promise<Response>;

/** Makes a route handler for the console's own pages, guarded in this order: who (401), allowed (403). Reads only. */
export function defineConsoleRoute(permission: Permission, handle: Handle) {
  return async (request: Request): Promise<Response> => {
    const actor = await currentActor();
    if (!actor) return new Response(null, { status: 401 });
    if (!can(actor, permission)) return new Response(null, { status: 403 });
    return handle({ actor, request });
  };
}
