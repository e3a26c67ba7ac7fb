import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "./actor.ts";
import { can } from "./actor.ts";
import { getAuth } from "./better-auth.ts";
import { type Permission, ROLES, type Role } from "./constants.ts";

/** The signed-in person behind this request, or null. Asked once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const found = await getAuth().api.getSession({ headers: await headers() });
  if (!found) return null;
  const { id, name, email, role } = found.user;
  return { kind: "user", id, name, email, role: asRole(role) };
});

/**
 * The gate of every loader: the signed-in person, if allowed. Without a session it redirects to sign-in, and
 * without the permission to the dashboard; it returns only when both hold.
 */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  if (!can(actor, permission)) redirect("/");
  return actor;
}

/** A role this version does not know gets the least. */
function asRole(value: string | null | undefined): Role {
  return ROLES.find((role) => role === value) ?? "viewer";
}
