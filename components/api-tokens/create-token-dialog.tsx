"use client";

import { useState } from "react";
import { CheckboxGroupField } from "@/components/forms/checkbox-group-field";
import { FormError } from "@/components/forms/form-error";
import { SelectField } from "@/components/forms/select-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { useUnsavedGuard } from "@/components/forms/use-unsaved-guard";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogFooter } from "@/components/ui/dialog";
import { createApiTokenAction } from "@/lib/api-tokens/actions";
import {
  API_SCOPE_LABELS,
  API_SCOPES,
  TOKEN_LIFETIME_LABELS,
  TOKEN_LIFETIMES,
} from "@/lib/api-tokens/constants";
import { createApiTokenSchema } from "@/lib/api-tokens/schema";
import { NewToken } from "./new-token.tsx";

/** Makes a token, and then shows it: this once. */
export function CreateTokenDialog({ onClose }: { onClose: () => void }) {
  const [token, setToken] = useState<string>();
  const form = useActionForm({
    schema: createApiTokenSchema,
    action: createApiTokenAction,
    defaultValues: { name: "", scopes: ["publish"], lifetime: "90" },
    onDone: (created) => setToken(created.token),
  });
  const guard = useUnsavedGuard(form.dirty && token === undefined);
  const close = () => guard.leave(onClose);
  if (token !== undefined) return <NewToken token={token} onClose={onClose} />;
  return (
    <Dialog title="Create API token" onClose={close} size="small">
      <form className="contents" onSubmit={form.submit} noValidate>
        <DialogBody className="grid content-start gap-4">
          <FormError form={form} />
          <TextField
            form={form}
            name="name"
            label="Name"
            hint="The program that will use it, such as “Nightly scanner”."
            required
            maxLength={100}
            autoComplete="off"
          />
          <CheckboxGroupField
            form={form}
            name="scopes"
            legend="Scopes"
            required
            items={API_SCOPES.map((scope) => ({
              value: scope,
              label: API_SCOPE_LABELS[scope].label,
              description: API_SCOPE_LABELS[scope].hint,
            }))}
          />
          <SelectField
            form={form}
            name="lifetime"
            label="Expires after"
            options={TOKEN_LIFETIMES.map((value) => ({ value, label: TOKEN_LIFETIME_LABELS[value] }))}
          />
        </DialogBody>
        <DialogFooter>
          <Button onClick={close}>Cancel</Button>
          <SubmitButton form={form}>Create token</SubmitButton>
        </DialogFooter>
      </form>
      {guard.question}
    </Dialog>
  );
}
