import clsx from "clsx";
import type { ComponentProps } from "react";

type TextareaProps = ComponentProps<"textarea"> & { /** For JSON and other exact text. */ mono?: boolean };

export function Textarea({ mono, className, rows = 4, ...props }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      spellCheck={mono ? false : undefined}
      className={clsx("control block px-2.5 py-1.5", mono && "font-mono text-sm", className)}
      {...props}
    />
  );
}
