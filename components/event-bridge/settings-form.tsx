"use client";

import { CheckboxField } from "@/components/forms/checkbox-field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useFlash } from "@/components/ui/flash";
import { saveEventBridgeAction } from "@/lib/event-bridge/actions";
import { type EventBridgeSettings, saveEventBridgeSchema } from "@/lib/event-bridge/settings";
import { BusField } from "./bus-field.tsx";

type SettingsFormProps = EventBridgeSettings & { version: number; region: string };

/** On or off, and which bus. */
export function SettingsForm({ enabled, busName, version, region }: SettingsFormProps) {
  const flash = useFlash();
  const form = useActionForm({
    schema: saveEventBridgeSchema,
    action: saveEventBridgeAction,
    defaultValues: { enabled, busName, version },
    onDone: (saved) =>
      flash({
        tone: "positive",
        text: saved.enabled
          ? `Every notification that arrives from now on goes to the event bus ${saved.busName}.`
          : "Nothing that arrives from now on goes to EventBridge. What was waiting is kept until you turn it on again or discard it.",
      }),
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid grid-cols-1 gap-4">
      <FormError form={form} />
      <CheckboxField
        form={form}
        name="enabled"
        look="switch"
        label="Send notifications to EventBridge"
        description="Each becomes an event of the source cloud-storage-security"
      />
      <BusField form={form} region={region} />
      <div>
        <SubmitButton form={form}>Save</SubmitButton>
      </div>
    </form>
  );
}
