"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { FieldValues, Path } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { describeField, Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";

type PasswordFieldProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  name: Path<Values>;
  autoComplete: "current-password" | "new-password";
  hint?: ReactNode;
};

/** A password that can be shown, pasted and filled in by a password manager. */
export function PasswordField<Values extends FieldValues>(props: PasswordFieldProps<Values>) {
  const { form: owner, name, autoComplete, hint } = props;
  const [isShown, setShown] = useState(false);
  const error = useFieldErrors(owner, name).message;
  const described = { id: owner.fieldId(name), hint, error, required: true };
  return (
    <Field {...described} label="Password">
      <div className="relative">
        <Input
          type={isShown ? "text" : "password"}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          className="pr-9"
          {...describeField(described)}
          {...owner.form.register(name)}
        />
        <IconButton
          size="sm"
          label={isShown ? "Hide password" : "Show password"}
          aria-controls={described.id}
          onClick={() => setShown(!isShown)}
          className="absolute top-1 right-1"
        >
          {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        </IconButton>
      </div>
    </Field>
  );
}
