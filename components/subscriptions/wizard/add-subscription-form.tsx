"use client";

import type { Route } from "next";
import { useEffect } from "react";
import { useWatch } from "react-hook-form";
import { FilterPanel } from "@/components/filter-policy/filter-panel";
import { previewSelection } from "@/components/filter-policy/filter-preview";
import { SelectionFields } from "@/components/filter-policy/selection-fields";
import { useSelection } from "@/components/filter-policy/use-selection";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { SubscriptionDetail, SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { FilterConsequences } from "../filter-consequences.tsx";
import { proposedFilter } from "../proposed-filter.ts";
import { DeliveryOptions } from "./delivery-options.tsx";
import { EndpointFields } from "./endpoint-fields.tsx";
import { FloodNotice } from "./flood-notice.tsx";
import { FormProblems } from "./form-problems.tsx";
import { lostFilterNotice } from "./initial-values.ts";
import { ProtocolNoteBox } from "./protocol-note-box.tsx";
import { selectionNames } from "./selection-names.ts";
import { TwoPanes } from "./two-panes.tsx";
import { useAddForm } from "./use-add-form.ts";

type AddSubscriptionFormProps = {
  topic: SubscriptionsPage["topic"];
  known: { buckets: string[]; accounts: string[] };
  closeHref: Route;
  from?: SubscriptionDetail | null;
  onDirtyChange: (isDirty: boolean) => void;
  onCancel: () => void;
  onClose: () => void;
};

export function AddSubscriptionForm(props: AddSubscriptionFormProps) {
  const { topic, known, closeHref, from, onDirtyChange, onCancel, onClose } = props;
  const form = useAddForm(topic, from, onClose);
  useEffect(() => onDirtyChange(form.dirty), [form.dirty, onDirtyChange]);

  const { selection, set } = useSelection(form, selectionNames);
  const [protocol, endpoint] = useWatch({ control: form.form.control, name: ["protocol", "endpoint"] });
  const preview = previewSelection(topic.products, selection);
  const proposed = proposedFilter(preview, { id: null, protocol, endpoint: endpoint.trim() });
  const lostFilter = lostFilterNotice(from);

  return (
    <form className="contents" onSubmit={form.submit} noValidate>
      <TwoPanes
        main={
          <div className="grid grid-cols-1 gap-5">
            {lostFilter ? <Notice tone="info">{lostFilter}</Notice> : null}
            <SelectionFields form={form} names={selectionNames} products={topic.products} known={known} />
            <hr />
            <EndpointFields form={form} topic={topic} closeHref={closeHref} />
            <FloodNotice protocol={protocol} selection={selection} onChange={set} />
            <DeliveryOptions
              form={form}
              protocol={protocol}
              names={{ rawDelivery: "rawDelivery", deadLetterQueueArn: "deadLetterQueueArn" }}
            />
            <ProtocolNoteBox protocol={protocol} endpoint={endpoint.trim()} topicArn={topic.arn} />
          </div>
        }
        aside={
          <FilterPanel
            preview={preview}
            products={topic.products}
            change={<FilterConsequences topicId={topic.id} proposed={proposed} />}
          />
        }
      />
      <FormProblems form={form} />
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton form={form}>Add Subscription</SubmitButton>
      </DialogFooter>
    </form>
  );
}
