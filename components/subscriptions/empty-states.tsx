import { BellPlus, DownloadCloud, RadioTower, SearchX, ShieldCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type ListPlace, listHref, unfilteredHref } from "./list-href.ts";
import { PAGE_DESCRIPTION, PAGE_TITLE } from "./page-words.ts";
import { SectionTabs } from "./section-tabs.tsx";

/** No topic is managed yet. */
export function NoTopic() {
  return (
    <>
      <PageHeader title={PAGE_TITLE} description={PAGE_DESCRIPTION} />
      <SectionTabs />
      <Card>
        <EmptyState
          icon={<RadioTower />}
          title="No topic is managed yet"
          action={
            <ButtonLink href="/setup/topics" variant="primary">
              Choose the topics to manage
            </ButtonLink>
          }
        >
          The product publishes its notifications to an SNS topic. Choose that topic to see who is subscribed
          to it and to add subscriptions.
        </EmptyState>
      </Card>
    </>
  );
}

/** The topic was added a moment ago, and AWS has not told its subscriptions yet. */
export function NotReadYet() {
  return (
    <EmptyState icon={<DownloadCloud />} title="Reading the topic's subscriptions from AWS">
      This page fills by itself as soon as they arrive.
    </EmptyState>
  );
}

/** The topic has no subscription at all. */
export function NoneYet({ place }: { place: ListPlace }) {
  return (
    <EmptyState
      icon={<BellPlus />}
      title="Nobody is notified yet"
      action={
        <ButtonLink href={listHref(place, {}, { dialog: "add" })} scroll={false} variant="primary">
          Add Subscription
        </ButtonLink>
      }
    >
      Add a subscription: choose the notification types, then the address that receives them. It stays Pending
      until its recipient confirms.
    </EmptyState>
  );
}

/** Of the topic's subscriptions none needs attention. */
export function NothingNeedsAttention({ place }: { place: ListPlace }) {
  return (
    <EmptyState
      icon={<ShieldCheck />}
      title="Nothing needs attention"
      action={
        <ButtonLink href={unfilteredHref(place)} scroll={false}>
          Show all subscriptions
        </ButtonLink>
      }
    >
      Every filter can match, nobody was asked to confirm more than a day ago, and nothing was lost.
    </EmptyState>
  );
}

/** The topic has subscriptions, but the search and filters leave none. */
export function NoneMatch({ place }: { place: ListPlace }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No subscription matches"
      action={
        <ButtonLink href={unfilteredHref(place)} scroll={false}>
          Clear filters
        </ButtonLink>
      }
    >
      {place.query.q
        ? `Nothing was found for “${place.query.q}” with these filters.`
        : "Nothing is left with these filters."}
    </EmptyState>
  );
}
