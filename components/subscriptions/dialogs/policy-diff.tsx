import clsx from "clsx";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { DiffLine } from "@/lib/subscriptions/line-diff";

const marks: Record<DiffLine["kind"], { sign: string; spoken: string; look: string }> = {
  same: { sign: " ", spoken: "", look: "" },
  removed: { sign: "-", spoken: "Removed: ", look: "bg-negative-soft text-negative" },
  added: { sign: "+", spoken: "Added: ", look: "bg-positive-soft text-positive" },
};

/** What becomes of a policy, line by line. */
export function PolicyDiff({ lines }: { lines: readonly DiffLine[] }) {
  return (
    // focusable, because what scrolls must be reachable by keyboard
    <section
      aria-label="Difference of the filter policy"
      tabIndex={0}
      className="max-h-80 overflow-auto rounded-md border bg-sunken py-2"
    >
      <pre className="w-max min-w-full font-mono text-sm">
        {lines.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <span key={index} className={clsx("block px-3", marks[kind].look)}>
            <span aria-hidden>{marks[kind].sign} </span>
            {kind === "same" ? null : <VisuallyHidden>{marks[kind].spoken}</VisuallyHidden>}
            {text}
          </span>
        ))}
      </pre>
    </section>
  );
}
