"use client";

import { PAGE_TITLE } from "@/components/subscriptions/page-words";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";

export default function SubscriptionsError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <>
      <PageHeader title={PAGE_TITLE} />
      <div className="rounded-lg border bg-surface shadow-card">
        <ErrorState
          title="The subscriptions could not be shown"
          message={
            <>
              The console ran into a fault of its own. AWS goes on delivering; nothing was changed.
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
