"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { FilterPanel } from "@/components/filter-policy/filter-panel";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { DialogFooter } from "@/components/ui/dialog";
import { useFlash } from "@/components/ui/flash";
import { editSubscriptionAction } from "@/lib/subscriptions/actions";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import { type EditSubscriptionInput, editSubscriptionSchema } from "@/lib/subscriptions/schema";
import { ChangePreview } from "../change-preview.tsx";
import { proposedFilter } from "../proposed-filter.ts";
import { DeliveryOptions } from "../wizard/delivery-options.tsx";
import { FloodNotice } from "../wizard/flood-notice.tsx";
import { FormProblems } from "../wizard/form-problems.tsx";
import { TwoPanes } from "../wizard/two-panes.tsx";
import { ChangedMeanwhile } from "./changed-meanwhile.tsx";
import { FilterSection } from "./filter-section.tsx";
import { FixedFacts } from "./fixed-facts.tsx";
import { initialEdit, isSameContent } from "./initial-edit.ts";
import { useEditedFilter } from "./use-edited-filter.ts";

type EditSubscriptionFormProps = {
  subscription: SubscriptionDetail;
  known: { buckets: string[]; accounts: string[] };
  onDirtyChange: (isDirty: boolean) => void;
  onCancel: () => void;
  onClose: () => void;
};

export function EditSubscriptionForm(props: EditSubscriptionFormProps) {
  const { subscription, known, onDirtyChange, onCancel, onClose } = props;
  const { topic, protocol } = subscription;
  const flash = useFlash();
  const router = useRouter();
  // what is being edited; `subscription` moves on when the page behind the dialog is refreshed
  const [base, setBase] = useState(subscription);
  const isOvertaken = !isSameContent(base, subscription);
  const form = useActionForm({
    schema: editSubscriptionSchema(topic, protocol),
    action: (input: EditSubscriptionInput) =>
      // a change of anything but what is edited here is no conflict
      editSubscriptionAction({ ...input, version: (isOvertaken ? base : subscription).version }),
    defaultValues: initialEdit(base),
    onDone: ({ endpoint }) => {
      flash({
        tone: "positive",
        text: `Subscription ${endpoint} saved. It can take up to 15 minutes until AWS delivers by it everywhere.`,
      });
      onClose();
    },
  });
  useEffect(() => onDirtyChange(form.dirty), [form.dirty, onDirtyChange]);
  const edited = useEditedFilter(form, base);
  // a filter that is kept changes nothing
  const proposed =
    edited.kind === "keep" || !form.dirty ? undefined : proposedFilter(edited.preview, subscription);

  const takeOver = () => {
    form.form.reset(initialEdit(subscription));
    setBase(subscription);
  };

  const reload = () => {
    form.form.clearErrors("root");
    router.refresh();
  };

  return (
    <form className="contents" onSubmit={form.submit} noValidate>
      <TwoPanes
        main={
          <div className="grid grid-cols-1 gap-5">
            {isOvertaken ? (
              <ChangedMeanwhile
                subscription={subscription}
                onTakeOver={takeOver}
                onKeepMine={() => setBase(subscription)}
              />
            ) : null}
            <FixedFacts subscription={subscription}>
              SNS cannot change protocol and endpoint. To replace them, add a new subscription, then delete
              this one.
            </FixedFacts>
            <FilterSection form={form} base={base} edited={edited} known={known} />
            <FloodNotice protocol={protocol} selection={edited.selection} onChange={edited.setSelection} />
            <hr />
            <DeliveryOptions
              form={form}
              protocol={protocol}
              names={{ rawDelivery: "rawDelivery", deadLetterQueueArn: "deadLetterQueueArn" }}
              isOpenAtFirst={base.rawDelivery || base.deadLetterQueueArn !== null}
            />
          </div>
        }
        aside={
          <FilterPanel
            preview={edited.preview}
            products={topic.products}
            isPolicyElsewhere={edited.kind === "policy"}
            change={<ChangePreview topicId={topic.id} proposed={proposed} />}
          />
        }
      />
      <FormProblems
        form={form}
        onConflict={
          <Button size="sm" onClick={reload}>
            Reload
          </Button>
        }
      />
      <DialogFooter note="AWS can take up to 15 minutes to apply changes everywhere.">
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton form={form}>Save changes</SubmitButton>
      </DialogFooter>
    </form>
  );
}
