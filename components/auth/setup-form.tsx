"use client";

import { useState } from "react";
import { FormError } from "@/components/forms/form-error";
import { TextField } from "@/components/forms/text-field";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { createFirstAdministratorAction } from "@/lib/auth/actions";
import { MIN_PASSWORD_LENGTH } from "@/lib/auth/constants";
import { createFirstAdministratorSchema } from "@/lib/auth/schema";
import { PasswordField } from "./password-field.tsx";
import { signIn } from "./sign-in.ts";

/** Makes the first administrator with the one-time token, signs in and goes on to the topics. */
export function SetupForm({ token }: { token: string }) {
  const [isLeaving, setLeaving] = useState(false);
  const form = useActionForm({
    schema: createFirstAdministratorSchema,
    action: createFirstAdministratorAction,
    defaultValues: { token, name: "", email: "", password: "" },
    onDone: async (_, { email, password }) => {
      setLeaving(true);
      const { ok } = await signIn({ email, password });
      // replaced, so that the used link does not stay in the history
      window.location.replace(ok ? "/setup/topics" : "/sign-in?next=/setup/topics");
    },
  });
  return (
    // post, so that a submit before the script has loaded cannot put the password into the address
    <form method="post" onSubmit={form.submit} noValidate className="grid gap-4">
      <FormError form={form} />
      <TextField form={form} name="name" label="Name" required autoComplete="name" />
      <TextField
        form={form}
        name="email"
        label="E-mail address"
        hint="You sign in with it."
        type="email"
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PasswordField
        form={form}
        name="password"
        autoComplete="new-password"
        hint={`At least ${MIN_PASSWORD_LENGTH} characters. A sentence or a password manager's choice is best.`}
      />
      <Button type="submit" variant="primary" pending={form.pending || isLeaving} className="w-full">
        Create administrator
      </Button>
    </form>
  );
}
