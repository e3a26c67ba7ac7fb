"use client";

import clsx from "clsx";
import { type FieldValues, type Path, useController } from "react-hook-form";
import type { ActionForm } from "@/components/forms/use-action-form";
import { useFieldErrors } from "@/components/forms/use-field-errors";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError, RequiredMark } from "@/components/ui/field";
import { notificationTypes, type ProductId, typesOf } from "@/lib/catalog";
import { type TypeSection, typeSections } from "./type-sections.ts";
import { TypeTags } from "./type-tags.tsx";
import { whenPublished } from "./when-published.ts";

type TypesFieldProps<Values extends FieldValues> = {
  form: ActionForm<Values>;
  name: Path<Values>;
  products: readonly ProductId[];
  onTypesChange: (types: string[]) => void;
};

/** The notification types, one or more, in sections by what they are about. */
export function TypesField<Values extends FieldValues>(props: TypesFieldProps<Values>) {
  const { form, name, products, onTypesChange } = props;
  const { field } = useController({ control: form.form.control, name });
  const error = useFieldErrors(form, name).message;
  const id = form.fieldId(name);
  const published = typesOf(products);
  const chosen: readonly string[] = field.value ?? [];

  const toggle = (type: string, isChosen: boolean) =>
    onTypesChange(published.filter((each) => (each === type ? isChosen : chosen.includes(each))));

  const item = (type: TypeSection["types"][number]) => (
    <Checkbox
      key={type}
      ref={type === published[0] ? field.ref : undefined}
      name={name}
      value={type}
      label={
        <span className="inline-flex flex-wrap items-center gap-x-2">
          {notificationTypes[type].label}
          <TypeTags type={type} products={products} />
        </span>
      }
      description={whenPublished(type)}
      aria-invalid={error ? true : undefined}
      checked={chosen.includes(type)}
      onChange={(event) => toggle(type, event.target.checked)}
    />
  );

  return (
    <fieldset id={id} aria-describedby={error ? `${id}-error` : undefined} onBlur={field.onBlur}>
      <legend className="font-semibold">
        Notification Type
        <RequiredMark />
      </legend>
      <div className="mt-1.5 divide-y rounded-md border">
        {typeSections(products).map(({ scope, label, hint, types }) => (
          <div key={scope} role="group" aria-labelledby={`${id}-${scope}`} className="px-3 py-2.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
              <span id={`${id}-${scope}`} className="font-medium text-muted">
                {label}
              </span>
              <span className="text-muted">{hint}</span>
            </p>
            <div className={clsx("mt-1 grid gap-x-6 gap-y-1", types.length > 1 && "sm:grid-cols-2")}>
              {types.map(item)}
            </div>
          </div>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
