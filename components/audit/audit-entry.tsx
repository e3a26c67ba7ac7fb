import { ChevronRight } from "lucide-react";
import { RequestId } from "@/components/ui/error-state";
import { MiddleCut } from "@/components/ui/middle-cut";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AuditEntryView } from "@/lib/audit/loaders";
import { Changes } from "./changes.tsx";
import { entryWords } from "./entry-words.ts";
import { ExactTime } from "./exact-time.tsx";

/** The columns of an entry and of the heading above, from 768 px on. */
export const entryColumns = "md:grid-cols-[1rem_9rem_11rem_15rem_minmax(0,1fr)]";

/** One entry: a line that says who did what to what, and when; opened, what changed. */
export function AuditEntry({ entry }: { entry: AuditEntryView }) {
  return (
    <details className="group">
      <summary
        className={`grid min-h-10 list-none grid-cols-[1rem_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 px-4 py-2 transition-colors group-open:bg-hover/50 hover:bg-hover/50 focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden ${entryColumns}`}
      >
        <ChevronRight
          aria-hidden
          className="size-4 text-muted transition-transform group-open:rotate-90 max-md:row-span-3 max-md:mt-0.5 max-md:self-start"
        />
        <span className="text-muted max-md:order-last max-md:col-start-2 max-md:text-sm">
          <RelativeTime at={entry.at} />
          <span className="md:hidden"> by {entry.actorName}</span>
        </span>
        <span className="truncate max-md:hidden" title={entry.actorName}>
          {entry.actorName}
        </span>
        <span className="font-medium">{entryWords(entry)}</span>
        <span className="flex min-w-0 max-md:col-start-2">
          <MiddleCut text={entry.subjectName} />
        </span>
      </summary>
      <div className="grid grid-cols-1 gap-3 border-t bg-sunken px-4 py-3 md:pl-11">
        <Changes changes={entry.changes} />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 text-sm text-muted">
          <ExactTime at={entry.at} />
          {entry.awsRequestId ? <RequestId id={entry.awsRequestId} /> : null}
        </div>
      </div>
    </details>
  );
}
