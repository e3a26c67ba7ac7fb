"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { type ReactNode, useId } from "react";

type PopoverProps = {
  /** What the button shows and is called. */
  trigger: ReactNode;
  children: ReactNode;
  /** Which edge of the button the panel keeps to. */
  align?: "start" | "end";
  /** Takes the whole width of its container. */
  isBlock?: boolean;
  triggerClassName?: string;
  panelClassName?: string;
};

/**
 * A button that discloses a panel beside it, by the browser's own popover and anchor positioning: no script,
 * closes on Escape and on a click elsewhere, and gives the focus back.
 */
export function Popover(props: PopoverProps) {
  const { trigger, children, align = "start", isBlock, triggerClassName, panelClassName } = props;
  const id = useId();
  return (
    <span className={clsx("popover-scope min-w-0", isBlock ? "flex" : "inline-flex")}>
      <button type="button" popoverTarget={id} className={clsx("popover-trigger", triggerClassName)}>
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
