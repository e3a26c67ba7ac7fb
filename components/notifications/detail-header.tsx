import { ChevronLeft, ChevronRight, UserSearch } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import type { NotificationDetail } from "@/lib/notifications/loaders";
import { historyHref, messageHref } from "./history-href.ts";
import { Outcome } from "./history-table.tsx";

/** What one message is about, the way back to the list, and to its neighbours there. */
export function DetailHeader({ detail }: { detail: NotificationDetail }) {
  const { topic, query, row, newer, older } = detail;
  const place = { topicId: topic.id, query };
  const ask = new URLSearchParams({ topic: topic.id, received: String(row.id) });
  return (
    <div className="grid grid-cols-1 gap-2">
      <nav aria-label="Notification" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <Link
          href={historyHref(place, { before: query.before, after: query.after })}
          className="inline-flex items-center gap-1 rounded-sm text-accent hover:underline"
        >
          <ChevronLeft aria-hidden className="size-4" />
          Notifications
        </Link>
        <span className="ml-auto flex gap-1">
          <Step href={newer === null ? undefined : messageHref(place, newer)} label="Newer">
            <ChevronLeft aria-hidden className="size-4" />
          </Step>
          <Step href={older === null ? undefined : messageHref(place, older)} label="Older" isLast>
            <ChevronRight aria-hidden className="size-4" />
          </Step>
        </span>
      </nav>
      <PageHeader
        title={row.what.kind === "object" ? fileName(row.what.key) : row.what.text}
        description={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Outcome row={row} />
            <span>{row.type}</span>
            {row.what.kind === "object" && row.what.bucket ? <span>in {row.what.bucket}</span> : null}
          </span>
        }
        actions={
          topic.isManaged ? (
            <ButtonLink
              // a query on an existing page
              href={`/monitoring/notifications/simulate?${ask}` as Route}
            >
              <UserSearch aria-hidden />
              Who gets this?
            </ButtonLink>
          ) : null
        }
      />
    </div>
  );
}

/** The last part of a key; the whole key stands below. */
function fileName(key: string): string {
  return key.split("/").findLast((part) => part !== "") ?? key;
}

type StepProps = { href: Route | undefined; label: string; isLast?: boolean; children: React.ReactNode };

function Step({ href, label, isLast, children }: StepProps) {
  const content = isLast ? [label, children] : [children, label];
  const box = "inline-flex h-7 items-center gap-1 rounded-md px-2";
  // keeps its place, so that the next click meets the same step
  if (href === undefined) return <span className={`${box} invisible`}>{content}</span>;
  return (
    <Link href={href} className={`${box} hover:bg-hover`}>
      {content}
    </Link>
  );
}
