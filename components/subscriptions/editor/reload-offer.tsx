"use client";

import { useFormState } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import type { EditSubscriptionInput } from "@/lib/subscriptions/schema";

type ReloadOfferProps = { form: ActionForm<EditSubscriptionInput>; onReload: () => void };

/** After a save that came too late: looks at what the subscription holds now, what was typed kept in sight. */
export function ReloadOffer({ form, onReload }: ReloadOfferProps) {
  const { errors } = useFormState({ control: form.form.control });
  if (errors.root?.server?.type !== "conflict") return null;
  const reload = () => {
    form.form.clearErrors("root");
    onReload();
  };
  return (
    <div className="shrink-0 px-5 pb-3">
      <Button size="sm" onClick={reload}>
        Reload
      </Button>
    </div>
  );
}
