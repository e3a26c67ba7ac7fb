import type { ReactNode } from "react";
import { Checkbox } from "./checkbox.tsx";
import { FieldError, FieldHint, RequiredMark } from "./field.tsx";

export type CheckboxItem = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  disabled?: boolean;
};

/** By the number of columns, where there is room; four are for items of a word. */
const LAYOUTS = {
  1: "",
  2: "sm:grid-cols-2",
  4: "max-w-2xl grid-cols-2 sm:grid-cols-4",
} as const;

type CheckboxGroupProps = {
  id: string;
  legend: ReactNode;
  items: readonly CheckboxItem[];
  value: readonly string[];
  onValueChange: (value: string[]) => void;
  name?: string;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  columns?: keyof typeof LAYOUTS;
  onBlur?: () => void;
  /** Receives the first checkbox, so that a form can focus the group. */
  focusRef?: (element: HTMLInputElement | null) => void;
};

/** Several of a set. The chosen values keep the order of `items`, whatever order they were ticked in. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { id, legend, items, value, onValueChange, hint, error, required, columns = 1 } = props;
  const toggle = (changed: string, checked: boolean) =>
    onValueChange(
      items.map((item) => item.value).filter((v) => (v === changed ? checked : value.includes(v))),
    );
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} aria-describedby={describedBy || undefined} onBlur={props.onBlur}>
      <legend className="font-semibold">
        {legend}
        {required ? <RequiredMark /> : null}
      </legend>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      <div className={`mt-1 grid gap-x-6 gap-y-1 ${LAYOUTS[columns]}`}>
        {items.map((item, index) => (
          <Checkbox
            key={item.value}
            ref={index === 0 ? props.focusRef : undefined}
            name={props.name}
            value={item.value}
            label={item.label}
            description={item.description}
            disabled={item.disabled}
            aria-invalid={error ? true : undefined}
            checked={value.includes(item.value)}
            onChange={(event) => toggle(item.value, event.target.checked)}
          />
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
