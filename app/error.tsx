"use client";

import { AuthLayout } from "@/components/layout/auth-layout";
import { ErrorReference } from "@/components/layout/error-reference";
import { Button } from "@/components/ui/button";

export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <AuthLayout title="This page could not be shown">
      <div role="alert">
        <p>Something went wrong here. Try again; if it stays, look into the console's log.</p>
        <ErrorReference error={error} />
      </div>
      <Button variant="primary" onClick={retry} className="mt-4">
        Try again
      </Button>
    </AuthLayout>
  );
}
