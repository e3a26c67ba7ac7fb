"use client";

import { type FieldValues, type Path, useFormState } from "react-hook-form";
import { RequestId } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { listErrors } from "./list-errors.ts";
import type { ActionForm } from "./use-action-form.ts";

/**
 * After a refused submit: what the server said of the form as a whole, and every field's error as a link to
 * its field. Stands at the form's top.
 */
export function FormError<Input extends FieldValues>({ form: owner }: { form: ActionForm<Input> }) {
  const { form, fieldId, requestId } = owner;
  const { errors, submitCount } = useFormState({ control: form.control });
  const refusal = errors.root?.server;
  const fields = submitCount > 0 ? listErrors(errors) : [];

  const focus = (name: string) => {
    // the paths come from this form's own errors; a single value of a list leads to its list
    form.setFocus(name.replace(/\.\d+$/, "") as Path<Input>);
  };

  return (
    <div role="alert" className="grid gap-3 empty:hidden">
      {refusal?.message ? (
        <Notice tone="negative">
          <p>{refusal.message}</p>
          {requestId ? <RequestId id={requestId} /> : null}
        </Notice>
      ) : null}
      {fields.length > 0 ? (
        <Notice
          tone="negative"
          title={fields.length === 1 ? "One field needs attention" : `${fields.length} fields need attention`}
        >
          <ul>
            {fields.map(({ name, message }) => (
              <li key={name}>
                <a
                  href={`#${fieldId(name)}`}
                  className="inline-block min-h-6 underline underline-offset-2"
                  onClick={(event) => {
                    event.preventDefault();
                    focus(name);
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
