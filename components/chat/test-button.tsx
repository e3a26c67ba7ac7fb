"use client";

import { useState, useTransition } from "react";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { testChannelAction } from "@/lib/chat/actions";
import type { ChannelInput } from "@/lib/chat/schema";
import type { TestSent } from "@/lib/chat/service/send-test";

type Told = { kind: "sent"; sent: TestSent } | { kind: "refused"; message: string };

const UNREACHABLE = "The console did not answer, so it is not known whether the test was sent.";

/** Sends the previewed sample to what the form holds, saved or not, and shows what was answered. */
export function TestButton({ form, sampleId }: { form: ActionForm<ChannelInput>; sampleId: string }) {
  const [pending, startTransition] = useTransition();
  const [told, setTold] = useState<Told>();

  const send = () =>
    startTransition(async () => {
      setTold(undefined);
      const { id, topicId, platform, url, layout } = form.form.getValues();
      const result = await testChannelAction({ id, topicId, platform, url, layout, sampleId }).catch(
        () => undefined,
      );
      if (!result) return setTold({ kind: "refused", message: UNREACHABLE });
      if (result.ok) return setTold({ kind: "sent", sent: result.data });
      const { message, fieldErrors } = result.error;
      const problem = fieldErrors?.url?.[0];
      if (problem) form.form.setError("url", { type: "server", message: problem }, { shouldFocus: true });
      setTold({ kind: "refused", message: problem ?? message });
    });

  return (
    <div className="grid justify-items-start gap-2">
      <Button onClick={send} pending={pending}>
        Send test
      </Button>
      <div role="status" className="w-full empty:hidden">
        {told ? <Answer told={told} /> : null}
      </div>
    </div>
  );
}

function Answer({ told }: { told: Told }) {
  if (told.kind === "refused") return <Notice tone="negative">{told.message}</Notice>;
  const { ok, status, answer, reason } = told.sent;
  return (
    <Notice tone={ok ? "positive" : "negative"} title={ok ? "It was taken" : "It was not taken"}>
      {reason ? <p className="wrap-anywhere">{reason}</p> : <p>Look for the drill in the chat.</p>}
      {answer ? (
        <p className="font-mono text-sm wrap-anywhere">
          {status} {answer}
        </p>
      ) : null}
    </Notice>
  );
}
