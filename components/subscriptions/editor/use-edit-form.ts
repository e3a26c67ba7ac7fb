"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type ActionForm, useActionForm } from "@/components/forms/use-action-form";
import { useFlash } from "@/components/ui/flash";
import { editSubscriptionAction } from "@/lib/subscriptions/actions";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import { type EditSubscriptionInput, editSubscriptionSchema } from "@/lib/subscriptions/schema";
import { initialEdit, isSameContent } from "./initial-edit.ts";

type EditForm = {
  form: ActionForm<EditSubscriptionInput>;
  /** What is being edited. */
  base: SubscriptionDetail;
  /** Somebody else changed it meanwhile, and it has not been decided whose is to stay. */
  isOvertaken: boolean;
  takeOver: () => void;
  keepMine: () => void;
  /** Looks at what it holds now; what was typed stays. */
  reload: () => void;
};

/** The editor's form, on `subscription` as it was when it opened; the prop moves on with the page behind it. */
export function useEditForm(subscription: SubscriptionDetail, onSaved: () => void): EditForm {
  const flash = useFlash();
  const router = useRouter();
  const [base, setBase] = useState(subscription);
  const isOvertaken = !isSameContent(base, subscription);
  // a change of anything but what is edited here is no conflict
  const { version } = isOvertaken ? base : subscription;
  const form = useActionForm({
    schema: editSubscriptionSchema(subscription.topic, subscription.protocol),
    action: (input: EditSubscriptionInput) => editSubscriptionAction({ ...input, version }),
    defaultValues: initialEdit(base),
    onDone: ({ endpoint }) => {
      flash({
        tone: "positive",
        text: `Subscription ${endpoint} saved. It can take up to 15 minutes until AWS delivers by it everywhere.`,
      });
      onSaved();
    },
  });
  return {
    form,
    base,
    isOvertaken,
    takeOver: () => {
      form.form.reset(initialEdit(subscription));
      setBase(subscription);
    },
    keepMine: () => {
      form.form.clearErrors("root");
      setBase(subscription);
    },
    reload: () => {
      form.form.clearErrors("root");
      router.refresh();
    },
  };
}
