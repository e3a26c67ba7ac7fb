"use client";

import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { RequestId } from "@/components/ui/error-state";
import { useFlash } from "@/components/ui/flash";
import { sendTestReportAction } from "@/lib/email-reports/actions";

type TestButtonProps = { ownAddress: string; hasSender: boolean; dirty: boolean };

/** Sends yesterday's report to whoever presses it, by the settings as saved. */
export function TestButton({ ownAddress, hasSender, dirty }: TestButtonProps) {
  const flash = useFlash();
  const [pending, startTransition] = useTransition();
  const send = () =>
    startTransition(async () => {
      const result = await sendTestReportAction({}).catch(() => undefined);
      if (!result)
        return flash({
          tone: "negative",
          text: "The console did not answer, so the test may arrive or not. Look for it before you try again.",
        });
      if (result.ok)
        return flash({
          tone: "positive",
          text: `Yesterday's report is on its way to ${result.data.recipient}.`,
        });
      const { message, requestId } = result.error;
      flash({
        tone: "negative",
        title: "The test was not sent",
        text: (
          <>
            {message}
            {requestId ? <RequestId id={requestId} /> : null}
          </>
        ),
      });
    });
  const missing = dirty
    ? "Save first: a test goes out by the settings as saved."
    : hasSender
      ? null
      : "Save a sender first.";
  return (
    <>
      <Button pending={pending} disabled={missing !== null} onClick={send}>
        Send test to me
      </Button>
      <p className="text-sm text-muted">{missing ?? `Goes to ${ownAddress}, and to nobody else.`}</p>
    </>
  );
}
