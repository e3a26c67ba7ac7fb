"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { Dialog } from "@/components/ui/dialog";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";
import { FormSkeleton } from "../wizard/form-skeleton.tsx";
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
  const router = useRouter();
  const [isDirty, setIsDirty] = useState(false);
  const [isClosed, setIsClosed] = useState(false);
  const guard = useUnsavedGuard(isDirty);
  const close = () => {
    // the page without the dialog is a while on its way
    setIsClosed(true);
    router.push(closeHref, { scroll: false });
  };
  const cancel = () => guard.leave(close);
  if (isClosed) return null;
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
