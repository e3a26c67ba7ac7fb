"use client";

import { useWatch } from "react-hook-form";
import { FormError } from "@/components/forms/form-error";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogBody, DialogFooter } from "@/components/ui/dialog";
import { describeField, Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { notificationTypes, products } from "@/lib/catalog";
import { sendSampleAction } from "@/lib/publish/actions";
import type { SendSampleOffer } from "@/lib/publish/loaders";
import { sendableSamples } from "@/lib/publish/sample-notification";
import { sendSampleSchema } from "@/lib/publish/schema";
import { SampleTold } from "./sample-told.tsx";

type SendSampleFormProps = {
  topic: SendSampleOffer["topic"];
  onSent: (messageId: string) => void;
  onCancel: () => void;
};

/** Product, type, result and place of the sample to send. */
export function SendSampleForm({ topic, onSent, onCancel }: SendSampleFormProps) {
  const samples = sendableSamples(topic.products);
  const [first] = samples;
  const form = useActionForm({
    schema: sendSampleSchema,
    action: sendSampleAction,
    defaultValues: { topicId: topic.id, sampleId: first?.id ?? "", bucket: "", accountId: "" },
    onDone: ({ messageId }) => onSent(messageId),
  });
  const [sampleId = "", bucket = "", accountId = ""] = useWatch({
    control: form.form.control,
    name: ["sampleId", "bucket", "accountId"],
  });
  const chosen = samples.find(({ id }) => id === sampleId) ?? first;
  if (!chosen) return null;
  const choose = (of: { product?: string; type?: string }) => {
    const fitting = samples.filter(({ product }) => product === (of.product ?? chosen.product));
    const next = fitting.find(({ type }) => type === (of.type ?? chosen.type)) ?? fitting[0];
    if (next) form.form.setValue("sampleId", next.id, { shouldDirty: true });
  };
  const ofProduct = samples.filter(({ product }) => product === chosen.product);
  const ofType = ofProduct.filter(({ type }) => type === chosen.type);
  const types = [...new Set(ofProduct.map(({ type }) => type))];
  const place = { sampleId: chosen.id, bucket: bucket.trim(), accountId: accountId.trim() };
  return (
    <form className="contents" onSubmit={form.submit} noValidate>
      <DialogBody className="grid grid-cols-1 content-start gap-4 sm:min-h-96">
        <FormError form={form} />
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          {topic.products.length > 1 ? (
            <Choice
              id={form.fieldId("product")}
              label="Product"
              value={chosen.product}
              onChange={(product) => choose({ product })}
              options={topic.products.map((id) => ({ value: id, label: products[id].name }))}
            />
          ) : null}
          <Choice
            id={form.fieldId("type")}
            label="Notification Type"
            value={chosen.type}
            onChange={(type) => choose({ type })}
            options={types.map((type) => ({ value: type, label: notificationTypes[type].label }))}
          />
          {ofType.length > 1 ? (
            <SelectField
              // another type has other options, and a select holds on to the one it had
              key={`${chosen.product} ${chosen.type}`}
              form={form}
              name="sampleId"
              label="Result"
              options={ofType.map(({ id, title }) => ({ value: id, label: title }))}
            />
          ) : null}
          {chosen.body.includes(chosen.place.bucket) ? (
            <TextField
              form={form}
              name="bucket"
              label="Bucket"
              placeholder={chosen.place.bucket}
              maxLength={255}
              spellCheck={false}
              autoCapitalize="none"
            />
          ) : null}
          {chosen.attributes.accountId ? (
            <TextField
              form={form}
              name="accountId"
              label="Account"
              placeholder={chosen.place.accountId}
              inputMode="numeric"
            />
          ) : null}
        </div>
        <SampleTold topicId={topic.id} place={place} />
      </DialogBody>
      <DialogFooter note="Its subject begins with [Drill]. Everybody whose filter admits it gets it.">
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton form={form}>Send sample</SubmitButton>
      </DialogFooter>
    </form>
  );
}

type ChoiceProps = {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
};

/** A choice that only leads to the sample: it is no field of the form itself. */
function Choice({ id, label, value, onChange, options }: ChoiceProps) {
  return (
    <Field id={id} label={label}>
      <Select
        {...describeField({ id })}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}
