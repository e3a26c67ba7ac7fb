import { Pencil, Trash2 } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Menu } from "@/components/ui/menu";
import { MiddleCut } from "@/components/ui/middle-cut";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { type Column, Table } from "@/components/ui/table";
import { products } from "@/lib/catalog";
import type { TopicSummary } from "@/lib/dashboard/loaders";
import { topicDialogHref } from "./settings-href.ts";

const columns: readonly Column<TopicSummary>[] = [
  {
    id: "topic",
    header: "Topic",
    isRowHeader: true,
    cell: (topic) => (
      <span className="grid min-w-0 grid-cols-1 py-1">
        <span className="font-medium">{topic.name}</span>
        <span className="text-muted">
          <MiddleCut text={topic.arn} tail={20} mono copyable className="sm:max-w-md" />
        </span>
      </span>
    ),
  },
  { id: "region", header: "Region", cell: ({ region }) => region, className: "whitespace-nowrap" },
  { id: "account", header: "Account", cell: ({ accountId }) => accountId },
  {
    id: "products",
    header: "Products",
    cell: (topic) => topic.products.map((id) => products[id].name).join(", "),
  },
  {
    id: "as-of",
    header: "As of",
    cell: ({ sync }) => <Freshness sync={sync} />,
    className: "whitespace-nowrap",
  },
  {
    id: "actions",
    header: "Actions",
    isActions: true,
    cell: ({ id, name }) => (
      <Menu
        label={`Actions for ${name}`}
        items={[
          { label: "Change products", icon: <Pencil aria-hidden />, href: topicDialogHref("products", id) },
          {
            label: "Stop managing",
            icon: <Trash2 aria-hidden />,
            danger: true,
            href: topicDialogHref("remove", id),
          },
        ]}
      />
    ),
  },
];

/** The managed topics, and the ways to add, change and drop them. */
export function TopicsCard({ topics }: { topics: readonly TopicSummary[] }) {
  return (
    <section aria-labelledby="topics" className="grid grid-cols-1 gap-3">
      <header className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h2 id="topics" className="text-lg font-semibold">
            Topics
          </h2>
          <p className="text-muted">The SNS topics to which the products publish their notifications.</p>
        </div>
        <ButtonLink href="/setup/topics" variant={topics.length === 0 ? "primary" : "secondary"}>
          Add topics
        </ButtonLink>
      </header>
      <Table
        caption="Managed topics"
        columns={columns}
        rows={topics}
        rowKey={(topic) => topic.id}
        empty={
          <EmptyState title="No topics yet" headingLevel={3}>
            Add the topics that your products publish to. Subscriptions are made on them.
          </EmptyState>
        }
      />
    </section>
  );
}

function Freshness({ sync }: Pick<TopicSummary, "sync">) {
  const asOf = sync.asOf ? <RelativeTime at={sync.asOf} /> : "Not yet";
  if (!sync.failure) return asOf;
  return (
    <span title={sync.failure.message}>
      <Status tone="warning" detail={<>As of {asOf}</>}>
        Sync fails
      </Status>
    </span>
  );
}
