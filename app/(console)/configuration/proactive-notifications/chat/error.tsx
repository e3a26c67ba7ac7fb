"use client";

import { ChatHeader } from "@/components/chat/chat-header";
import { ErrorReference } from "@/components/layout/error-reference";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";

export default function ChatError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <ChatHeader />
      <div className="rounded-lg border bg-surface shadow-card">
        <ErrorState
          title="The channels could not be shown"
          message={
            <>
              The console ran into a fault of its own. Nothing was changed, and channels go on as they are.
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
