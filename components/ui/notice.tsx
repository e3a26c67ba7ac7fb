import clsx from "clsx";
import type { ReactNode } from "react";
import { type Tone, toneText } from "./tone.ts";
import { ToneIcon } from "./tone-icon.tsx";

type NoticeProps = {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  /** A button or link at the end, such as "Retry" or a dismiss button. */
  action?: ReactNode;
  /** Set where the notice appears while the page is open, so that it is read aloud. */
  role?: "status" | "alert";
  className?: string;
};

const frames: Record<Tone, string> = {
  positive: "border-positive/35 bg-positive-soft",
  info: "border-accent/35 bg-accent-soft",
  caution: "border-caution/35 bg-caution-soft",
  warning: "border-warning/35 bg-warning-soft",
  negative: "border-negative/35 bg-negative-soft",
  neutral: "border-line bg-neutral-soft",
};

/** A message that belongs to the content around it. */
export function Notice({ tone, title, children, action, role, className }: NoticeProps) {
  return (
    <div
      role={role}
      className={clsx(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border px-3 py-2",
        frames[tone],
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-48 items-start gap-2.5">
        <ToneIcon tone={tone} className={clsx("mt-0.5 size-4 shrink-0", toneText[tone])} />
        <div className="min-w-0 flex-1">
          {title ? <p className="font-semibold">{title}</p> : null}
          {children ? <div>{children}</div> : null}
        </div>
      </div>
      {action}
    </div>
  );
}
