"use client";

import { useState, useTransition } from "react";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useFlash } from "@/components/ui/flash";
import { revokeApiTokenAction } from "@/lib/api-tokens/actions";

/** Asks before a token ends: the program that uses it stops working at once. */
export function RevokeTokenDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const flash = useFlash();
  const [error, setError] = useState<string>();
  const [pending, startTransition] = useTransition();

  const revoke = () =>
    startTransition(async () => {
      const result = await revokeApiTokenAction({ id }).catch(() => undefined);
      if (!result) return setError("The console did not answer. Look at the list, then try again.");
      if (!result.ok) return setError(result.error.message);
      flash({ tone: "positive", text: `The API token ${name} is revoked. It works no longer.` });
      onClose();
    });

  return (
    <ConfirmDialog
      title={`Revoke the API token ${name}?`}
      confirmLabel="Revoke token"
      danger
      pending={pending}
      error={error}
      onConfirm={revoke}
      onClose={onClose}
    >
      <p>
        Programs that use it are refused from now on. It cannot be taken back: a new token has to be created
        and given to them.
      </p>
    </ConfirmDialog>
  );
}
