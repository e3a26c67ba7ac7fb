import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";

type PopoverProps = {
  /** What the button shows. */
  trigger: ReactNode;
  /** The button's accessible name, where `trigger` alone does not say it. */
  label?: string;
  children: ReactNode;
  /** Which edge of the button the panel keeps to. */
  align?: "start" | "end";
  triggerClassName?: string;
  panelClassName?: string;
};

/**
 * A button that discloses a panel beside it, by the browser's own popover and anchor positioning: no script,
 * closes on Escape and on a click elsewhere, and gives the focus back.
 */
export function Popover(props: PopoverProps) {
  const { trigger, label, children, align = "start", triggerClassName, panelClassName } = props;
  const id = useId();
  return (
    <span className="popover-scope inline-flex min-w-0">
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={clsx("popover-trigger", triggerClassName)}
      >
        {trigger}
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </button>
      <div
        id={id}
        popover="auto"
        className={clsx(
          "popover-panel rounded-lg bg-raised text-ink shadow-float",
          align === "start" ? "popover-start" : "popover-end",
          panelClassName,
        )}
      >
        {children}
      </div>
    </span>
  );
}
