"use client";

import { useQuery } from "@tanstack/react-query";
import { useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { sendingOptions } from "@/lib/email-reports/query-options";
import { parseRecipients } from "@/lib/email-reports/recipients";
import { readSender } from "@/lib/email-reports/schema";
import { sendingProblems } from "@/lib/email-reports/sending-problems";
import type { ReportsForm } from "./reports-form-values.ts";

/** What SES would say to these settings, before they are saved. Never keeps anybody from saving. */
export function SendingNotices({ form }: { form: ReportsForm }) {
  const { data, isError, isFetching, refetch } = useQuery(sendingOptions());
  const [sender, recipients] = useWatch({ control: form.form.control, name: ["sender", "recipients"] });
  const again = (
    <Button size="sm" pending={isFetching} onClick={() => void refetch()}>
      Ask SES again
    </Button>
  );
  return (
    <div role="status" aria-label="What SES says" className="grid grid-cols-1 gap-2 empty:hidden">
      {isError ? (
        <Notice tone="caution" action={again}>
          The console did not answer, so it is not known whether SES would send.
        </Notice>
      ) : null}
      {data && !data.ok ? (
        <Notice tone="caution" title="SES could not be asked" action={again}>
          <p>{data.message}</p>
          {data.requestId ? <RequestId id={data.requestId} /> : null}
        </Notice>
      ) : null}
      {data?.ok
        ? sendingProblems(data.value, whatIsTyped(sender, recipients)).map(
            ({ tone, title, remedy }, index) => (
              <Notice key={title} tone={tone} title={title} action={index === 0 ? again : undefined}>
                {remedy}
              </Notice>
            ),
          )
        : null}
    </div>
  );
}

/** As far as it can be read yet. */
function whatIsTyped(sender: string, recipients: string) {
  const read = parseRecipients(recipients);
  return { sender: readSender(sender) ?? "", recipients: read.ok ? read.value : [] };
}
