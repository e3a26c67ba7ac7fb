import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";

type ChipProps = {
  children: ReactNode;
  invalid?: boolean;
  /** Makes the chip removable; `label` is the name of the button, such as "Remove audit-logs". */
  remove?: { label: string; onRemove: () => void };
};

/** One value of a set. */
export function Chip({ children, invalid, remove }: ChipProps) {
  return (
    <span
      className={clsx(
        "inline-flex min-h-6 max-w-full items-center rounded-sm border text-sm",
        invalid ? "border-negative bg-negative-soft text-negative" : "border-line bg-neutral-soft text-ink",
        remove ? "pl-1.5" : "px-1.5",
      )}
    >
      <span className="min-w-0 truncate">{children}</span>
      {remove ? (
        <button
          type="button"
          aria-label={remove.label}
          onClick={remove.onRemove}
          className="inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}
