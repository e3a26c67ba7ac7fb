"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { Dialog } from "@/components/ui/dialog";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import { FormSkeleton } from "../wizard/form-skeleton.tsx";
import { useClose } from "../wizard/use-close.ts";
import { UnknownFilter } from "./unknown-filter.tsx";

// the form, its schema and the filter engine are no part of the page's first load; a dialog opens by script anyway
const EditSubscriptionForm = dynamic(
  () => import("./edit-subscription-form.tsx").then((module) => module.EditSubscriptionForm),
  { loading: FormSkeleton, ssr: false },
);

type EditSubscriptionDialogProps = {
  subscription: SubscriptionDetail;
  known: { buckets: string[]; accounts: string[] };
  /** The page without the dialog, its search, filters and page kept. */
  closeHref: Route;
};

export function EditSubscriptionDialog({ subscription, known, closeHref }: EditSubscriptionDialogProps) {
  const [isDirty, setIsDirty] = useState(false);
  const { isClosing, close } = useClose(closeHref);
  // nothing is unsaved once it closes, though the form is gone before it can say so
  const guard = useUnsavedGuard(isDirty && !isClosing);
  const cancel = () => guard.leave(close);
  if (isClosing) return null;
  if (subscription.filter.kind === "unknown")
    return <UnknownFilter subscription={subscription} closeHref={closeHref} onClose={close} />;
  return (
    <>
      <Dialog
        title="Edit subscription"
        description={`Topic ${subscription.topic.name}`}
        size="wide"
        onClose={cancel}
      >
        <EditSubscriptionForm
          subscription={subscription}
          known={known}
          onDirtyChange={setIsDirty}
          onCancel={cancel}
          onClose={close}
        />
      </Dialog>
      {guard.question}
    </>
  );
}
