import clsx from "clsx";
import Link from "next/link";
import { groupKey } from "@/lib/log-groups/group-key";
import type { LogGroup } from "@/lib/log-groups/queries";
import type { LogsQuery } from "@/lib/log-groups/schema";
import { logsHref } from "./logs-href.ts";

type GroupListProps = { groups: readonly LogGroup[]; open: LogGroup | undefined; query: LogsQuery };

/** The log groups, each a link to its events. */
export function GroupList({ groups, open, query }: GroupListProps) {
  return (
    <nav
      aria-label="Log groups"
      className="min-w-0 max-md:max-h-48 max-md:overflow-y-auto max-md:border-b md:overflow-y-auto md:border-r"
    >
      <ul className="divide-y">
        {groups.map((group) => {
          const key = groupKey(group);
          const isOpen = open !== undefined && groupKey(open) === key;
          return (
            <li key={key}>
              <Link
                href={logsHref(query, { group: key, page: undefined })}
                aria-current={isOpen ? "true" : undefined}
                className={clsx(
                  "block px-4 py-2.5 transition-colors focus-visible:-outline-offset-2",
                  isOpen ? "bg-accent-soft" : "hover:bg-hover/50",
                )}
              >
                <span className="block font-medium wrap-anywhere">{group.name}</span>
                <span className="block text-sm text-muted">
                  {group.region}, {retention(group)}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function retention({ retentionDays }: LogGroup): string {
  if (retentionDays === null) return "kept for ever";
  return `kept for ${retentionDays} ${retentionDays === 1 ? "day" : "days"}`;
}
