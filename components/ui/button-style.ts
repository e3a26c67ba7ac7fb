import clsx from "clsx";

export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md";

const base =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap " +
  "select-none transition-colors duration-100 [&_svg]:size-4 [&_svg]:shrink-0";

const variants: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-fill text-on-fill hover:bg-fill-hover",
  secondary: "border-control/60 bg-surface text-ink hover:bg-hover",
  ghost: "border-transparent text-accent hover:bg-hover",
  danger: "border-transparent bg-danger text-on-fill hover:bg-danger-hover",
};

const sizes: Record<ButtonSize, string> = { sm: "h-7 px-2 text-sm", md: "h-8 px-3 text-base" };

const inactive = "disabled:opacity-50 aria-disabled:opacity-60";

/** The one look of buttons, shared by buttons and by links that act like one. */
export function buttonStyle(
  variant: ButtonVariant = "secondary",
  size: ButtonSize = "md",
  className?: string,
) {
  return clsx(base, variants[variant], sizes[size], inactive, className);
}
