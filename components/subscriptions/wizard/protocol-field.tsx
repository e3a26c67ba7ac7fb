"use client";

import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { describeField, Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { PROTOCOL_LABELS, PROTOCOLS, RAW_DELIVERY_PROTOCOLS } from "@/lib/subscriptions/constants";
import type { CreateSubscriptionInput } from "@/lib/subscriptions/schema";

/** The protocol; what another one does not have is taken back, and the endpoint is looked at anew. */
export function ProtocolField({ form }: { form: ActionForm<CreateSubscriptionInput> }) {
  const { register, getValues, setValue, getFieldState, clearErrors, trigger } = form.form;
  const error = useFieldErrors(form, "protocol").message;
  const described = { id: form.fieldId("protocol"), hint: "How AWS delivers", error, required: true };

  const onChange = () => {
    if (!RAW_DELIVERY_PROTOCOLS.includes(getValues("protocol"))) setValue("rawDelivery", false);
    clearErrors(["rawDelivery", "subscriptionRoleArn"]);
    // an address that was wrong for one protocol may be right for another, and the reverse
    if (getValues("endpoint") && getFieldState("endpoint").isTouched) void trigger("endpoint");
    else clearErrors("endpoint");
  };

  return (
    <Field {...described} label="Protocol">
      <Select {...describeField(described)} {...register("protocol", { onChange })}>
        {PROTOCOLS.map((protocol) => (
          <option key={protocol} value={protocol}>
            {PROTOCOL_LABELS[protocol]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
