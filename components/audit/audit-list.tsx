import clsx from "clsx";
import { History, SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { AuditPage } from "@/lib/audit/loaders";
import { AuditEntry, entryColumns } from "./audit-entry.tsx";

/** The entries of one page; or why there are none. */
export function AuditList({ page: { entries, query } }: { page: AuditPage }) {
  const isNarrowed = query.q !== "" || query.action.length > 0;
  return (
    <section aria-label="Entries" className="overflow-clip rounded-lg border bg-surface shadow-card">
      <div
        aria-hidden
        className={clsx(
          "hidden h-9 items-center gap-x-3 border-b bg-sunken px-4 text-sm font-medium text-muted md:grid",
          entryColumns,
        )}
      >
        <span className="col-start-2">When</span>
        <span>Who</span>
        <span>What</span>
        <span>Subject</span>
      </div>
      {entries.length > 0 ? (
        <ul className="divide-y">
          {entries.map((entry) => (
            <li key={entry.id}>
              <AuditEntry entry={entry} />
            </li>
          ))}
        </ul>
      ) : isNarrowed ? (
        <EmptyState
          icon={<SearchX />}
          title="Nothing matches"
          action={<ButtonLink href="/monitoring/audit">Clear filters</ButtonLink>}
        >
          No entry has this text and one of these actions.
        </EmptyState>
      ) : (
        <EmptyState icon={<History />} title="No entries here">
          Every change made in this console, or noticed at AWS, is written down here.
        </EmptyState>
      )}
    </section>
  );
}
