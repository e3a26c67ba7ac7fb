"use client";

import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { FormError } from "@/components/forms/form-error";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { useFlash } from "@/components/ui/flash";
import { PRODUCT_IDS, products } from "@/lib/catalog";
import { setTopicProductsAction } from "@/lib/topics/actions";
import type { TopicView } from "@/lib/topics/loaders";
import { setTopicProductsSchema } from "@/lib/topics/schema";

/** Says anew which products publish to a topic. */
export function ProductsDialog({ topic, onClose }: { topic: TopicView; onClose: () => void }) {
  const flash = useFlash();
  const form = useActionForm({
    schema: setTopicProductsSchema,
    action: setTopicProductsAction,
    defaultValues: { id: topic.id, products: topic.products },
    onDone: ({ name }) => {
      flash({
        tone: "positive",
        text: `The products of ${name} are changed. Its subscriptions are read against them from now on.`,
      });
      onClose();
    },
  });
  const guard = useUnsavedGuard(form.dirty);
  const close = () => guard.leave(onClose);
  return (
    <Dialog title="Change products" description={topic.name} onClose={close} size="small">
      <form className="contents" onSubmit={form.submit} noValidate>
        <DialogBody className="grid content-start gap-4">
          <FormError form={form} />
          <CheckboxGroupField
            form={form}
            name="products"
            legend="Products that publish to this topic"
            hint="They decide which notification types you can choose, and how existing filters read. Nothing changes at AWS."
            required
            items={PRODUCT_IDS.map((id) => ({ value: id, label: products[id].name }))}
          />
        </DialogBody>
        <DialogFooter>
          <Button onClick={close}>Cancel</Button>
          <SubmitButton form={form}>Save</SubmitButton>
        </DialogFooter>
      </form>
      {guard.question}
    </Dialog>
  );
}
