"use client";

import { ReportsHeader } from "@/components/email-reports/reports-header";
import { ErrorReference } from "@/components/layout/error-reference";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function EmailReportsError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <ReportsHeader />
      <div className="rounded-lg border bg-surface shadow-card">
        <ErrorState
          title="The email reports could not be shown"
          message={
            <>
              The console ran into a fault of its own. Nothing was changed, and reports go on as they were
              set.
              <ErrorReference error={error} />
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
