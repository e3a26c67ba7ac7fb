import { type Permission, ROLE_PERMISSIONS, type Role } from "./constants.ts";

/** Who does something: a signed-in person, or a job of the console itself. Only lib/auth makes one. */
export type Actor =
  | { kind: "user"; id: string; name: string; email: string; role: Role }
  | { kind: "system"; id: string; name: string };

/** The actor of a background job, e.g. `systemActor("sync")`. */
export function systemActor(job: string): Actor {
  return { kind: "system", id: `system:${job}`, name: `Console (${job})` };
}

/** Whether the actor may. Jobs of the console may do what they were written to do. */
export function can(actor: Actor, permission: Permission): boolean {
  return actor.kind === "system" || ROLE_PERMISSIONS[actor.role].includes(permission);
}
