import clsx from "clsx";
import type { ComponentProps } from "react";

type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "title"> & {
  /** The accessible name, shown as a tooltip too. */
  label: string;
  size?: "sm" | "md";
};

/** A square button with only an icon inside. */
export function IconButton({ label, size = "md", className, ...props }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        "inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-100",
        "hover:bg-hover hover:text-ink disabled:opacity-50 [&_svg]:size-4",
        size === "sm" ? "size-6" : "size-8",
        className,
      )}
      {...props}
    />
  );
}
