import clsx from "clsx";
import type { Route } from "next";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import { Status } from "@/components/ui/status";
import { type Tone, toneText } from "@/components/ui/tone";
import { ToneIcon } from "@/components/ui/tone-icon";
import { products } from "@/lib/catalog";
import type { TopicSummary } from "@/lib/dashboard/loaders";
import { AttentionCounts } from "./attention-counts.tsx";
import { subscriptionsHref } from "./subscriptions-href.ts";

/** One topic: what is delivered, what is not, and how fresh that knowledge is. */
export function TopicCard({ topic }: { topic: TopicSummary }) {
  const { counts, sync } = topic;
  const isEmpty = counts.confirmed + counts.pending + counts.lost === 0;
  return (
    <Card
      title={topic.name}
      description={`${topic.region} · ${topic.accountId}`}
      actions={topic.products.map((id) => <Badge key={id}>{products[id].name}</Badge>)}
    >
      <div className="grid gap-4">
        {isEmpty ? <NobodyNotified topicId={topic.id} /> : <Counts topic={topic} />}
        <AttentionCounts topicId={topic.id} attention={topic.attention} />
        <Freshness sync={sync} />
      </div>
    </Card>
  );
}

function Freshness({ sync }: Pick<TopicSummary, "sync">) {
  const asOf = sync.asOf ? (
    <>
      As of <RelativeTime at={sync.asOf} />
    </>
  ) : (
    "Not yet compared with AWS"
  );
  if (!sync.failure) return <p className="text-sm text-muted">{asOf}</p>;
  return (
    <Status tone="warning" detail={asOf}>
      Sync fails
    </Status>
  );
}

function NobodyNotified({ topicId }: { topicId: string }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <p>No subscriptions yet: nobody is notified of anything.</p>
      <ButtonLink href={subscriptionsHref(topicId, { dialog: "add" })}>Add Subscription</ButtonLink>
    </div>
  );
}

function Counts({ topic: { id, counts } }: { topic: TopicSummary }) {
  return (
    <ul className="-mx-2 grid grid-cols-3 gap-1">
      <Count
        n={counts.confirmed}
        label="Confirmed"
        tone="positive"
        href={subscriptionsHref(id, { status: ["confirmed"] })}
      />
      <Count
        n={counts.pending}
        label="Pending"
        tone="warning"
        href={subscriptionsHref(id, { status: ["pending", "creating"] })}
      />
      <Count
        n={counts.lost}
        label="Lost or unsubscribed"
        tone="negative"
        href={subscriptionsHref(id, { status: ["lost", "deleted"] })}
      />
    </ul>
  );
}

function Count({ n, label, tone, href }: { n: number; label: string; tone: Tone; href: Route }) {
  return (
    <li>
      <Link href={href} className="block rounded-md px-2 py-1.5 hover:bg-hover">
        <span className={clsx("block text-2xl font-semibold", n === 0 && "text-muted")}>{n}</span>
        <span className="flex items-start gap-1 text-sm text-muted">
          <ToneIcon tone={tone} className={clsx("mt-0.75 size-3.5 shrink-0", n > 0 && toneText[tone])} />
          {label}
        </span>
      </Link>
    </li>
  );
}
