"use client";

import { useEffect } from "react";
import { FilterPanel } from "@/components/filter-policy/filter-panel";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { emptySelection, typesOf } from "@/lib/catalog";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import { FilterConsequences } from "../filter-consequences.tsx";
import { proposedFilter } from "../proposed-filter.ts";
import { DeliveryOptions } from "../wizard/delivery-options.tsx";
import { FloodNotice } from "../wizard/flood-notice.tsx";
import { FormProblems } from "../wizard/form-problems.tsx";
import { TwoPanes } from "../wizard/two-panes.tsx";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { FilterSection } from "./filter-section.tsx";
import { FixedFacts } from "./fixed-facts.tsx";
import { useEditForm } from "./use-edit-form.ts";
import { useEditedFilter } from "./use-edited-filter.ts";

type EditSubscriptionFormProps = {
  subscription: SubscriptionDetail;
  known: { buckets: string[]; accounts: string[] };
  onDirtyChange: (isDirty: boolean) => void;
  onCancel: () => void;
  onClose: () => void;
};

const deliveryNames = { rawDelivery: "rawDelivery", deadLetterQueueArn: "deadLetterQueueArn" } as const;

export function EditSubscriptionForm(props: EditSubscriptionFormProps) {
  const { subscription, known, onDirtyChange, onCancel, onClose } = props;
  const { topic, protocol } = subscription;
  const { form, base, isOvertaken, takeOver, keepMine, reload } = useEditForm(subscription, onClose);
  const edited = useEditedFilter(form, base);
  // a filter that is kept changes nothing
  const proposed =
    edited.kind === "keep" || !form.dirty ? undefined : proposedFilter(edited.preview, subscription);
  useEffect(() => onDirtyChange(form.dirty), [form.dirty, onDirtyChange]);

  const main = (
    <div className="grid grid-cols-1 gap-5">
      {isOvertaken ? (
        <ChangedMeanwhile subscription={subscription} onTakeOver={takeOver} onKeepMine={keepMine} />
      ) : null}
      <FixedFacts subscription={subscription}>
        SNS cannot change protocol and endpoint. To replace them, add a new subscription, then delete this
        one.
      </FixedFacts>
      <FilterSection form={form} base={base} edited={edited} known={known} />
      {edited.kind === "policy" ? null : (
        <FloodNotice
          protocol={protocol}
          // without a filter every type arrives
          selection={
            edited.kind === "keep" ? { ...emptySelection, types: typesOf(topic.products) } : edited.selection
          }
          onChange={edited.setSelection}
        />
      )}
      <hr />
      <DeliveryOptions
        form={form}
        protocol={protocol}
        names={deliveryNames}
        isOpenAtFirst={base.rawDelivery || base.deadLetterQueueArn !== null}
      />
    </div>
  );
  const isJson = edited.kind === "policy";
  return (
    <form className="contents" onSubmit={form.submit} noValidate>
      <TwoPanes
        main={main}
        aside={
          <FilterPanel
            preview={edited.preview}
            products={topic.products}
            isPolicyElsewhere={isJson}
            change={<FilterConsequences topicId={topic.id} proposed={proposed} />}
          />
        }
      />
      <FormProblems form={form} onConflict={isOvertaken ? null : <ReloadButton onClick={reload} />} />
      <DialogFooter note="AWS can take up to 15 minutes to apply changes everywhere.">
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton form={form}>Save changes</SubmitButton>
      </DialogFooter>
    </form>
  );
}

function ReloadButton({ onClick }: { onClick: () => void }) {
  return (
    <Button size="sm" onClick={onClick}>
      Reload
    </Button>
  );
}
