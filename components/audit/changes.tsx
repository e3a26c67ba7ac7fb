import clsx from "clsx";
import { ArrowRight } from "lucide-react";
import type { Change } from "@/lib/audit/changes";

/** What changed, field by field: what was, and what is. */
export function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="text-muted">Nothing that the console keeps was changed.</p>;
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-2">
      {changes.map((change) => (
        <div key={change.field} className="grid grid-cols-1 gap-x-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="text-muted">{change.field}</dt>
          <dd>
            <Sides change={change} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Sides({ change: { before, after } }: { change: Change }) {
  if (before === null) return <Side text={after} />;
  if (after === null) return <Side text={before} isOld />;
  const isLong = before.includes("\n") || after.includes("\n") || before.length + after.length > 80;
  return (
    <div
      className={clsx("flex gap-x-2 gap-y-1", isLong ? "flex-col items-start" : "flex-wrap items-baseline")}
    >
      <Side text={before} isOld />
      <ArrowRight
        role="img"
        aria-label="became"
        className={clsx("size-3.5 shrink-0 text-muted", isLong ? "rotate-90" : "self-center")}
      />
      <Side text={after} />
    </div>
  );
}

function Side({ text, isOld }: { text: string | null; isOld?: boolean }) {
  const isCode = text !== null && /[\n{]|^arn:/.test(text);
  const className = clsx("whitespace-pre-wrap", isCode && "font-mono text-sm", isOld && "text-muted");
  return isOld ? (
    <del className={clsx(className, "decoration-1")}>{text}</del>
  ) : (
    <span className={className}>{text}</span>
  );
}
