"use client";

import { CheckboxField } from "@/components/forms/checkbox-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { ChannelInput } from "@/lib/chat/schema";

/** For a secret that was lost or is known to others. */
export function RenewSecret({ form }: { form: ActionForm<ChannelInput> }) {
  return (
    <CheckboxField
      form={form}
      name="renewSecret"
      label="Make a new signing secret"
      description="It is shown once after saving, and the one before it signs nothing any more"
    />
  );
}
