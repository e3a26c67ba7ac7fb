"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { type FieldValues, type Path, useFormState } from "react-hook-form";
import { CheckboxField } from "@/components/forms/checkbox-field";
import { TextField } from "@/components/forms/text-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import { type Protocol, RAW_DELIVERY_PROTOCOLS } from "@/lib/subscriptions/constants";

type DeliveryOptionsProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  protocol: Protocol;
  names: { rawDelivery: Path<Values>; deadLetterQueueArn: Path<Values> };
  /** Shown open from the beginning, because something in it is set. */
  isOpenAtFirst?: boolean;
};

/** How AWS delivers, beyond where to: rarely needed, so closed until asked for or wrong. */
export function DeliveryOptions<Values extends FieldValues>(props: DeliveryOptionsProps<Values>) {
  const { form, protocol, names, isOpenAtFirst = false } = props;
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const state = useFormState({ control: form.form.control });
  const isWrong = [names.rawDelivery, names.deadLetterQueueArn].some(
    (name) => form.form.getFieldState(name, state).invalid,
  );
  return (
    <details
      open={isOpen || isWrong}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
      className="group"
    >
      <summary className="inline-flex list-none items-center gap-1 rounded-sm py-1 font-semibold [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 text-muted transition-transform group-open:rotate-90" />
        Delivery options
      </summary>
      <div className="mt-2 grid gap-4 pl-5">
        {RAW_DELIVERY_PROTOCOLS.includes(protocol) ? (
          <CheckboxField
            form={form}
            name={names.rawDelivery}
            label="Raw message delivery"
            description="The message as the product published it, without the JSON envelope of SNS"
          />
        ) : null}
        <TextField
          form={form}
          name={names.deadLetterQueueArn}
          label="Dead-letter queue ARN"
          hint="Optional. An SQS queue in the topic's account and region that keeps what could not be delivered"
          mono
          placeholder="arn:aws:sqs:us-east-1:123456789012:undelivered"
          autoComplete="off"
          spellCheck={false}
        />
      </div>
    </details>
  );
}
