"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type FormEvent, useId, useRef, useState } from "react";
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
  useForm,
  useFormState,
} from "react-hook-form";
import type { ZodType } from "zod";
import type { ActionError, ActionResult } from "@/lib/actions/result";
import { assignErrors } from "./assign-errors.ts";

type Options<Input extends FieldValues, Data> = {
  schema: ZodType<unknown, Input>;
  action: (input: Input) => Promise<ActionResult<Data>>;
  defaultValues: DefaultValues<Input>;
  /** The action succeeded: show the result, close, navigate. */
  onDone: (data: Data, input: Input) => void;
};

export type ActionForm<Input extends FieldValues> = {
  form: UseFormReturn<Input>;
  /** For `<form onSubmit noValidate>`. A second submit while the first is under way does nothing. */
  submit: (event?: FormEvent) => void;
  pending: boolean;
  dirty: boolean;
  /** AWS's request id of the last refusal, where AWS refused. */
  requestId: string | undefined;
  /** The id of a field's control, by which the error summary leads to it. */
  fieldId: (name: string) => string;
};

const unreachable: ActionError = {
  code: "unreachable",
  message:
    "The console did not answer, so it is not known whether this was saved. What you typed is still here: check the list, then try again.",
};

/**
 * A form on one schema and one action. It sends what was typed, since the action parses again; it shows the
 * action's field errors at their fields, the rest as `root.server`, focuses the first error, and keeps what was
 * typed whatever happens.
 */
export function useActionForm<Input extends FieldValues, Data>(
  options: Options<Input, Data>,
): ActionForm<Input> {
  const { schema, action, defaultValues, onDone } = options;
  const id = useId();
  const inFlight = useRef(false);
  const [requestId, setRequestId] = useState<string>();
  const form = useForm<Input, unknown, Input>({
    resolver: zodResolver<Input, unknown, unknown, ZodType<unknown, Input>>(schema, undefined, { raw: true }),
    defaultValues,
    mode: "onTouched",
  });
  const { isSubmitting, isDirty } = useFormState({ control: form.control });

  const send = async (input: Input) => {
    const result = await action(input).catch(() => ({ ok: false as const, error: unreachable }));
    setRequestId(result.ok ? undefined : result.error.requestId);
    if (!result.ok) return showError(form, result.error);
    form.reset(input);
    onDone(result.data, input);
  };

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    event?.stopPropagation();
    if (inFlight.current) return;
    inFlight.current = true;
    try {
      await form.handleSubmit(send)();
    } finally {
      inFlight.current = false;
    }
  };

  return {
    form,
    submit: (event) => void submit(event),
    pending: isSubmitting,
    dirty: isDirty,
    requestId,
    fieldId: (name) => `${id}-${name}`,
  };
}

function showError<Input extends FieldValues>(form: UseFormReturn<Input>, error: ActionError) {
  const { fields, rest } = assignErrors(error, Object.keys(form.getValues()));
  for (const [index, { name, message }] of fields.entries()) {
    // its first segment is one of the form's own names
    form.setError(name as Path<Input>, { type: "server", message }, { shouldFocus: index === 0 });
  }
  if (rest !== undefined) form.setError("root.server", { type: error.code, message: rest });
}
