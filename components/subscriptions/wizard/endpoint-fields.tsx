"use client";

import type { Route } from "next";
import { useWatch } from "react-hook-form";
import { TextField } from "@/components/forms/text-field";
import type { ActionForm } from "@/components/forms/use-action-form";
import type { Protocol } from "@/lib/subscriptions/constants";
import { ENDPOINT_HINTS } from "@/lib/subscriptions/endpoint";
import type { SubscriptionsPage } from "@/lib/subscriptions/loaders";
import type { CreateSubscriptionInput } from "@/lib/subscriptions/schema";
import { ProtocolField } from "./protocol-field.tsx";
import { TakenNotice } from "./taken-notice.tsx";

type EndpointFieldsProps = {
  form: ActionForm<CreateSubscriptionInput>;
  topic: SubscriptionsPage["topic"];
  closeHref: Route;
};

const inputModes: Partial<Record<Protocol, "email" | "url" | "tel">> = {
  email: "email",
  "email-json": "email",
  http: "url",
  https: "url",
  sms: "tel",
};

/** Where the notifications go. */
export function EndpointFields({ form, topic, closeHref }: EndpointFieldsProps) {
  const protocol = useWatch({ control: form.form.control, name: "protocol" });
  const { label, example } = ENDPOINT_HINTS[protocol];
  const inputMode = inputModes[protocol];

  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="grid items-start gap-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
        <ProtocolField form={form} />
        <TextField
          form={form}
          name="endpoint"
          label="Endpoint"
          hint={label}
          required
          placeholder={example}
          mono={inputMode === undefined}
          inputMode={inputMode ?? "text"}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
      </div>
      <TakenNotice form={form} topicId={topic.id} closeHref={closeHref} />
      {protocol === "firehose" ? (
        <TextField
          form={form}
          name="subscriptionRoleArn"
          label="Subscription role ARN"
          hint="The IAM role that SNS assumes to write to the stream"
          required
          mono
          placeholder="arn:aws:iam::123456789012:role/sns-to-firehose"
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
    </div>
  );
}
