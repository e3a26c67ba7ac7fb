"use client";

import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextareaField } from "@/components/forms/textarea-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { useFlash } from "@/components/ui/flash";
import { Notice } from "@/components/ui/notice";
import { confirmSubscriptionAction } from "@/lib/subscriptions/actions";
import { confirmSubscriptionSchema } from "@/lib/subscriptions/schema";
import { confirmationWords } from "../confirmation-words.ts";
import type { DialogProps } from "./dialog-props.ts";
import { NotPending } from "./not-pending.tsx";
import { SubscriptionFacts } from "./subscription-facts.tsx";

/** Confirms from here with the link that AWS sent, so that no link in a message can end the subscription later. */
export function ConfirmLinkDialog({ subscription, onClose }: DialogProps) {
  const { id, endpoint, protocol, status } = subscription;
  const flash = useFlash();
  const form = useActionForm({
    schema: confirmSubscriptionSchema,
    action: confirmSubscriptionAction,
    defaultValues: { id, link: "" },
    onDone: () => {
      onClose();
      flash({
        tone: "positive",
        text: `${endpoint} is confirmed and protected: no link in a message can unsubscribe it. AWS delivers to it from now on.`,
      });
    },
  });
  if (status !== "pending") return <NotPending subscription={subscription} onClose={onClose} />;
  return (
    <Dialog title="Confirm with link" onClose={onClose}>
      <form className="contents" onSubmit={form.submit} noValidate>
        <DialogBody className="grid content-start gap-4">
          <FormError form={form} />
          <SubscriptionFacts subscription={subscription} />
          <TextareaField
            form={form}
            name="link"
            label="Confirmation link"
            hint={`${confirmationWords(protocol).linkIs} Do not open it: pasted here, it confirms with protection.`}
            required
            rows={4}
            mono
            spellCheck={false}
            autoComplete="off"
          />
          <Notice tone="info" title="What protection means">
            Every message carries an unsubscribe link that anybody, or a scanner of links, can follow. A
            subscription confirmed here can be unsubscribed only with the AWS credentials of the topic's owner
            (AuthenticateOnUnsubscribe).
          </Notice>
        </DialogBody>
        <DialogFooter>
          <Button onClick={onClose}>Cancel</Button>
          <SubmitButton form={form}>Confirm subscription</SubmitButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
