import "server-only";
import { redirect } from "next/navigation";
import { nextPath } from "./next-path.ts";
import { hasUsers, isSetupToken } from "./service.ts";
import { currentActor, requireActor } from "./session.ts";

/** Who is signed in, for the frame around every page. Redirects strangers to sign-in. */
export async function loadSignedIn(): Promise<{ name: string; email: string }> {
  const actor = await requireActor("console:read");
  return { name: actor.name, email: actor.kind === "user" ? actor.email : "" };
}

export type SignInView = {
  /** Where to go afterwards: a path of this console. */
  next: string;
  /** Nobody can sign in yet: the one-time link comes first. */
  isFirstRun: boolean;
};

/** What the sign-in page needs. Whoever is signed in already is sent on. */
export async function loadSignIn(wantedNext: unknown): Promise<SignInView> {
  const actor = await currentActor();
  const next = nextPath(wantedNext);
  // nextPath promises a path of this console; which route it is, is known only now
  if (actor) redirect(next as Parameters<typeof redirect>[0]);
  return { next, isFirstRun: !hasUsers() };
}

export type SetupLink = { kind: "good"; token: string } | { kind: "spent" } | { kind: "unknown" };

/**
 * Judges the token of a one-time link: good; spent, since an administrator exists; or unknown, such as one that a
 * later start has replaced. Whoever is signed in already is sent to the dashboard.
 */
export async function loadSetupLink(token: unknown): Promise<SetupLink> {
  const actor = await currentActor();
  if (actor) redirect("/");
  if (hasUsers()) return { kind: "spent" };
  if (typeof token !== "string" || !isSetupToken(token)) return { kind: "unknown" };
  return { kind: "good", token };
}
