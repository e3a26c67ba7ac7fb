import clsx from "clsx";
import type { ReactNode } from "react";
import { FieldError, FieldHint, RequiredMark } from "./field.tsx";

export type RadioCard = {
  value: string;
  label: ReactNode;
  description?: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
};

type RadioCardsProps = {
  id: string;
  name: string;
  legend: ReactNode;
  items: readonly RadioCard[];
  value: string | undefined;
  onValueChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  columns?: 1 | 2 | 3;
  onBlur?: () => void;
  /** Receives the first radio button, so that a form can focus the group. */
  focusRef?: (element: HTMLInputElement | null) => void;
};

const grids = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" };

/** One of a few, each with a line that says what it means. */
export function RadioCards(props: RadioCardsProps) {
  const { id, legend, items, hint, error, required, columns = 1 } = props;
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} aria-describedby={describedBy || undefined} onBlur={props.onBlur}>
      <legend className="font-semibold">
        {legend}
        {required ? <RequiredMark /> : null}
      </legend>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      <div className={clsx("mt-1 grid gap-2", grids[columns])}>
        {items.map((item, index) => (
          <Card key={item.value} item={item} group={props} isFirst={index === 0} />
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

function Card({ item, group, isFirst }: { item: RadioCard; group: RadioCardsProps; isFirst: boolean }) {
  const descriptionId = `${group.id}-${item.value}-description`;
  return (
    <label
      className={clsx(
        "flex items-start gap-2 rounded-md border border-control/60 bg-surface p-3 transition-colors",
        "has-checked:border-accent has-checked:bg-accent-soft has-checked:ring-1 has-checked:ring-accent has-checked:ring-inset",
        item.disabled ? "text-muted" : "hover:border-control",
      )}
    >
      <input
        ref={isFirst ? group.focusRef : undefined}
        type="radio"
        name={group.name}
        value={item.value}
        disabled={item.disabled}
        checked={group.value === item.value}
        onChange={() => group.onValueChange(item.value)}
        aria-labelledby={`${descriptionId}-label`}
        aria-describedby={item.description ? descriptionId : undefined}
        className={clsx(
          "mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control bg-surface",
          "checked:border-5 checked:border-fill forced-colors:appearance-auto",
        )}
      />
      <span className="min-w-0 flex-1">
        <span id={`${descriptionId}-label`} className="block font-medium">
          {item.label}
        </span>
        {item.description ? (
          <span id={descriptionId} className="block text-sm text-muted">
            {item.description}
          </span>
        ) : null}
      </span>
      {item.icon ? <span className="text-muted [&_svg]:size-5">{item.icon}</span> : null}
    </label>
  );
}
