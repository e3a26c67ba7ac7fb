import clsx from "clsx";
import { CopyButton } from "./copy-button.tsx";

type MiddleCutProps = {
  text: string;
  /** How many characters at the end always stay in sight. */
  tail?: number;
  mono?: boolean;
  /** Adds a button that copies the whole text. */
  copyable?: boolean;
  /** The width from which on the middle gives way; none by default but the container's. */
  className?: string;
};

/**
 * One line of a long name, ARN or address that loses its middle, not its end, when it does not fit. It is read
 * aloud as one.
 */
export function MiddleCut({ text, tail = 12, mono, copyable, className }: MiddleCutProps) {
  const at = text.length > tail * 2 ? text.length - tail : text.length;
  return (
    <span
      className={clsx("relative inline-flex max-w-full min-w-0 items-center gap-1 align-bottom", className)}
    >
      <span title={text} className={clsx("flex min-w-0 whitespace-pre", mono && "font-mono text-sm")}>
        <span aria-hidden className="truncate">
          {text.slice(0, at)}
        </span>
        <span aria-hidden className="shrink-0">
          {text.slice(at)}
        </span>
      </span>
      {/* two boxes side by side would be read as two words; what is selected to be copied stays what is seen */}
      <span className="sr-only select-none">{text}</span>
      {copyable ? <CopyButton text={text} label={`Copy ${text}`} /> : null}
    </span>
  );
}
