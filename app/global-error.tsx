"use client";

import "./globals.css";
import { AuthLayout } from "@/components/layout/auth-layout";
import { Button } from "@/components/ui/button";

/** Stands in for the root layout as well, so it brings its own document. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Proactive Notifications</title>
        <AuthLayout title="The console could not be shown">
          <p role="alert">Something went wrong here. Try again; if it stays, look into the console's log.</p>
          <Button variant="primary" onClick={retry} className="mt-4">
            Try again
          </Button>
        </AuthLayout>
      </body>
    </html>
  );
}
