import clsx from "clsx";
import type { ReactNode } from "react";
import { type Tone, toneSoft } from "./tone.ts";

/** A small fact about the thing beside it, such as "Custom" or a count. */
export function Badge({
  tone = "neutral",
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={clsx(
        "inline-flex h-5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3",
        toneSoft[tone],
      )}
    >
      {children}
    </span>
  );
}
