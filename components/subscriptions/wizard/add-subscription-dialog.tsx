"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { Dialog } from "@/components/ui/dialog";
import type { SubscriptionDetail, SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { FormSkeleton } from "./form-skeleton.tsx";
import { useClose } from "./use-close.ts";

// the form, its schema and the filter engine are no part of the page's first load; a dialog opens by script anyway
const AddSubscriptionForm = dynamic(
  () => import("./add-subscription-form.tsx").then((module) => module.AddSubscriptionForm),
  { loading: FormSkeleton, ssr: false },
);

type AddSubscriptionDialogProps = {
  topic: SubscriptionsPage["topic"];
  known: { buckets: string[]; accounts: string[] };
  /** The page without the dialog, its search, filters and page kept. */
  closeHref: Route;
  /** A lost subscription to be added again. */
  from?: SubscriptionDetail | null;
};

export function AddSubscriptionDialog(props: AddSubscriptionDialogProps) {
  const [isDirty, setIsDirty] = useState(false);
  const { isClosing, close } = useClose(props.closeHref);
  // nothing is unsaved once it closes, though the form is gone before it can say so
  const guard = useUnsavedGuard(isDirty && !isClosing);
  const cancel = () => guard.leave(close);
  if (isClosing) return null;
  return (
    <>
      <Dialog
        title="Add Proactive Notifications Subscription"
        description={`Topic ${props.topic.name}`}
        size="wide"
        onClose={cancel}
      >
        <AddSubscriptionForm {...props} onDirtyChange={setIsDirty} onCancel={cancel} onClose={close} />
      </Dialog>
      {guard.question}
    </>
  );
}
