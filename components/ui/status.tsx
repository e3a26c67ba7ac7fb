import clsx from "clsx";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { type Tone, toneText } from "./tone.ts";
import { ToneIcon } from "./tone-icon.tsx";

type StatusProps = {
  tone: Tone;
  /** The word, such as "Confirmed". */
  children: ReactNode;
  /** A more telling icon than the tone's own. */
  icon?: LucideIcon;
  /** A second line in grey, such as the time left. */
  detail?: ReactNode;
};

/** Icon and word for the state of one thing. */
export function Status({ tone, children, icon: Icon, detail }: StatusProps) {
  const iconClass = "mt-0.5 size-4 shrink-0";
  return (
    <span className="inline-flex items-start gap-1.5">
      <span className={toneText[tone]}>
        {Icon ? <Icon aria-hidden className={iconClass} /> : <ToneIcon tone={tone} className={iconClass} />}
      </span>
      <span className="min-w-0">
        <span className={clsx("font-medium whitespace-nowrap", toneText[tone])}>{children}</span>
        {detail ? <span className="block text-sm text-muted">{detail}</span> : null}
      </span>
    </span>
  );
}
