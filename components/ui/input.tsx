import clsx from "clsx";
import type { ComponentProps } from "react";

type InputProps = ComponentProps<"input"> & { /** For ARNs, tokens and other exact text. */ mono?: boolean };

export function Input({ mono, className, ...props }: InputProps) {
  return <input className={clsx("control h-8 px-2.5", mono && "font-mono text-sm", className)} {...props} />;
}
