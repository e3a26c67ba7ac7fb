"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { RequestId } from "@/components/ui/error-state";
import { useFlash } from "@/components/ui/flash";
import { sendTestEventAction } from "@/lib/event-bridge/actions";

/** Sends one event of its own kind to the bus as saved. */
export function TestEventButton() {
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const send = () =>
    startTransition(async () => {
      const result = await sendTestEventAction({}).catch(() => undefined);
      if (!result)
        return flash({ tone: "negative", text: "The console did not answer. Try again in a moment." });
      if (!result.ok) {
        const { message, requestId } = result.error;
        return flash({
          tone: "negative",
          title: "The test event was not sent",
          text: (
            <>
              {message}
              {requestId ? <RequestId id={requestId} /> : null}
            </>
          ),
        });
      }
      const { eventId, busName, region } = result.data;
      flash({
        tone: "positive",
        title: "Test event sent",
        text: (
          <>
            The event bus {busName} in {region} exists and took the event{" "}
            <code className="font-mono">{eventId}</code>. Its detail-type is ConsoleTestEvent, so rules for
            notifications do not see it.
          </>
        ),
      });
    });
  return (
    <Button size="sm" pending={pending} onClick={send}>
      Send test event
    </Button>
  );
}
