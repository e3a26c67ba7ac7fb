"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useFlash } from "@/components/ui/flash";
import { RelativeTime } from "@/components/ui/relative-time";
import { liftUnsubscriptionAction } from "@/lib/email-reports/actions";

type UnsubscribedCardProps = { unsubscribed: readonly { address: string; at: Date }[]; canChange: boolean };

/** Who wants no reports: by the link in a mail, or by their mail program's button. */
export function UnsubscribedCard({ unsubscribed, canChange }: UnsubscribedCardProps) {
  const [lifting, setLifting] = useState<string>();
  if (unsubscribed.length === 0) return null;
  return (
    <Card
      title="Unsubscribed"
      description="Nothing is sent to these addresses, whoever names them as recipients."
    >
      <ul className="grid gap-2">
        {unsubscribed.map(({ address, at }) => (
          <li key={address} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium wrap-anywhere">{address}</span>
            <span className="text-sm text-muted">
              <RelativeTime at={at} />
            </span>
            {canChange ? (
              <Button
                size="sm"
                aria-label={`Send reports again to ${address}`}
                onClick={() => setLifting(address)}
              >
                Send reports again
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {lifting ? <LiftDialog address={lifting} onClose={() => setLifting(undefined)} /> : null}
    </Card>
  );
}

function LiftDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const [error, setError] = useState<string>();
  const lift = () =>
    startTransition(async () => {
      const result = await liftUnsubscriptionAction({ address }).catch(() => undefined);
      if (!result) return setError("The console did not answer. Try again in a moment.");
      if (!result.ok) return setError(result.error.message);
      flash({ tone: "positive", text: `${address} gets reports again while it is a recipient.` });
      onClose();
    });
  return (
    <ConfirmDialog
      title={`Send reports to ${address} again?`}
      confirmLabel="Send reports again"
      pending={pending}
      error={error}
      onConfirm={lift}
      onClose={onClose}
    >
      Its owner asked for none. Do this only if they have changed their mind; the audit keeps who did it.
    </ConfirmDialog>
  );
}
