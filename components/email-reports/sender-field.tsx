"use client";

import { useQuery } from "@tanstack/react-query";
import { TextField } from "@/components/forms/text-field";
import { sendingOptions } from "@/lib/email-reports/query-options";
import { offeredSenders } from "@/lib/email-reports/sending-problems";
import type { ReportsForm } from "./reports-form-values.ts";

/** From whom: any address that SES has verified, or of a domain that it has. */
export function SenderField({ form, region }: { form: ReportsForm; region: string }) {
  const { data } = useQuery(sendingOptions());
  const offered = data?.ok ? offeredSenders(data.value) : [];
  const listId = `${form.fieldId("sender")}-offered`;
  return (
    <>
      <TextField
        form={form}
        name="sender"
        type="email"
        label="Sender"
        hint={
          offered.length > 0
            ? `Verified by SES in ${region}: ${offered.slice(0, 3).join(", ")}${offered.length > 3 ? " and more" : ""}.`
            : `An address that SES has verified in ${region}, or of a domain that it has.`
        }
        list={listId}
        autoComplete="off"
        spellCheck={false}
        className="max-w-md"
      />
      <datalist id={listId}>
        {offered.map((address) => (
          <option key={address} value={address} />
        ))}
      </datalist>
    </>
  );
}
