"use client";

import { ErrorReference } from "@/components/layout/error-reference";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";

export default function ConsoleError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <PageHeader title="This page could not be shown" />
      <Card flush>
        <ErrorState
          title="Something went wrong here"
          message={
            <>
              Nothing was changed. Try again; if it stays, look into the console's log.
              <ErrorReference error={error} />
            </>
          }
          retry={<Button onClick={retry}>Try again</Button>}
        />
      </Card>
    </>
  );
}
