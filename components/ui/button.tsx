import { LoaderCircle } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import { type ButtonSize, type ButtonVariant, buttonStyle } from "./button-style.ts";

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Work is under way: the button keeps its focus and its name, shows a spinner and ignores clicks. */
  pending?: boolean;
};

function ignoreClick(event: MouseEvent) {
  event.preventDefault();
}

/** A button that does not submit unless `type="submit"` says so. */
export function Button({ variant, size, pending, className, children, ...props }: ButtonProps) {
  const whilePending = pending ? { "aria-disabled": true, "aria-busy": true, onClick: ignoreClick } : {};
  return (
    <button type="button" className={buttonStyle(variant, size, className)} {...props} {...whilePending}>
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {children}
    </button>
  );
}
