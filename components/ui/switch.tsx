"use client";

import clsx from "clsx";
import { type ComponentProps, type ReactNode, useId } from "react";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role"> & {
  label: ReactNode;
  description?: ReactNode;
};

/** On or off, at once or when its form is saved. */
export function Switch({ label, description, className, ...props }: SwitchProps) {
  const descriptionId = useId();
  return (
    <div className={className}>
      <label className="flex min-h-6 items-start gap-2">
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own checked state
          role="switch"
          aria-describedby={description ? descriptionId : undefined}
          className={clsx(
            "relative mt-px h-[18px] w-8 shrink-0 appearance-none rounded-full bg-control transition-colors",
            "before:absolute before:top-0.5 before:left-0.5 before:size-3.5 before:rounded-full before:bg-on-fill",
            "before:transition-transform checked:bg-fill checked:before:translate-x-3.5 disabled:opacity-50",
            "forced-colors:appearance-auto forced-colors:before:hidden",
          )}
          {...props}
        />
        <span>{label}</span>
      </label>
      {description ? (
        <p id={descriptionId} className="pl-10 text-sm text-muted">
          {description}
        </p>
      ) : null}
    </div>
  );
}
