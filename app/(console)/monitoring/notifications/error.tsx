"use client";

import { HISTORY_TITLE } from "@/components/notifications/page-words";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";

export default function NotificationsError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <>
      <PageHeader title={HISTORY_TITLE} />
      <div className="rounded-lg border bg-surface shadow-card">
        <ErrorState
          title="The notifications could not be shown"
          message={
            <>
              The console ran into a fault of its own. What arrives is kept all the same.
              {digest ? ` The log of the console tells more under ${digest}.` : null}
            </>
          }
          retry={
            <Button variant="primary" onClick={retry}>
              Try again
            </Button>
          }
        />
      </div>
    </>
  );
}
