"use client";

import { useState } from "react";
import { FormError } from "@/components/forms/form-error";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { signInSchema } from "@/lib/auth/schema";
import { PasswordField } from "./password-field.tsx";
import { signIn } from "./sign-in.ts";

/** Signs in and goes to `next`, a path of this console. */
export function SignInForm({ next }: { next: string }) {
  const [isLeaving, setLeaving] = useState(false);
  const form = useActionForm({
    schema: signInSchema,
    action: signIn,
    defaultValues: { email: "", password: "" },
    onDone: () => {
      setLeaving(true);
      // loaded anew: what the browser kept of pages was rendered for a stranger
      window.location.assign(next);
    },
  });
  return (
    // post, so that a submit before the script has loaded cannot put the password into the address
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError form={form} />
      <TextField
        form={form}
        name="email"
        label="E-mail address"
        type="email"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField form={form} name="password" autoComplete="current-password" />
      <Button type="submit" variant="primary" pending={form.pending || isLeaving} className="w-full">
        Sign in
      </Button>
    </form>
  );
}
