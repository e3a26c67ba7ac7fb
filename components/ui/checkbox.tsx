"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; description?: ReactNode };

/** A checkbox whose whole row is the target; the description is read after the label. */
export function Checkbox({ label, description, className, disabled, ...props }: CheckboxProps) {
  const descriptionId = useId();
  return (
    <div className={className}>
      <label className={clsx("flex min-h-6 items-start gap-2 py-0.5", disabled && "text-muted")}>
        <span className="relative mt-0.5 size-4 shrink-0">
          <input
            type="checkbox"
            disabled={disabled}
            aria-describedby={description ? descriptionId : undefined}
            className={clsx(
              "peer block size-4 appearance-none rounded-sm border border-control bg-surface",
              "checked:border-fill checked:bg-fill disabled:bg-sunken disabled:checked:border-control",
              "disabled:checked:bg-control aria-invalid:border-negative forced-colors:appearance-auto",
            )}
            {...props}
          />
          <Check
            aria-hidden
            strokeWidth={3}
            className="pointer-events-none absolute inset-0.5 hidden size-3 text-on-fill peer-checked:block forced-colors:hidden"
          />
        </span>
        <span>{label}</span>
      </label>
      {description ? (
        <p id={descriptionId} className="pl-6 text-sm text-muted">
          {description}
        </p>
      ) : null}
    </div>
  );
}
