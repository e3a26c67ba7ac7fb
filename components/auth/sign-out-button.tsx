"use client";

import { LogOut } from "lucide-react";
import { useState } from "react";
import { FieldError } from "@/components/ui/field";

/** Ends the session. The whole page is loaded anew, so that nothing of it stays in the browser's memory. */
export function SignOutButton() {
  const [state, setState] = useState<"ready" | "leaving" | "failed">("ready");

  const signOut = async () => {
    if (state === "leaving") return;
    setState("leaving");
    const isOut = await postSignOut();
    if (isOut) window.location.assign("/sign-in");
    else setState("failed");
  };

  return (
    <>
      <button
        type="button"
        onClick={signOut}
        aria-disabled={state === "leaving"}
        className="flex min-h-8 w-full items-center gap-2 rounded-md px-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
      >
        <LogOut aria-hidden className="size-4 text-muted" />
        {state === "leaving" ? "Signing out…" : "Sign out"}
      </button>
      <div role="status" className="px-2 empty:hidden">
        {state === "failed" ? (
          <FieldError id="sign-out" error="The console did not answer. You are still signed in: try again." />
        ) : null}
      </div>
    </>
  );
}

async function postSignOut(): Promise<boolean> {
  try {
    const headers = { "content-type": "application/json" };
    return (await fetch("/api/auth/sign-out", { method: "POST", headers, body: "{}" })).ok;
  } catch {
    return false;
  }
}
