import { RadioTower, ScrollText, SearchX, ShieldCheck } from "lucide-react";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { type HistoryPlace, historyHref, isFiltered, unfilteredHref } from "./history-href.ts";
import { HISTORY_DESCRIPTION, HISTORY_TITLE } from "./page-words.ts";

/** No topic is managed yet, so nothing can be received. */
export function NoTopic() {
  return (
    <>
      <PageHeader title={HISTORY_TITLE} description={HISTORY_DESCRIPTION} />
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
          Choose the topic that the product publishes to. From then on the console keeps what it carries.
        </EmptyState>
      </Card>
    </>
  );
}

type NothingProps = { place: HistoryPlace; isReceiving: boolean };

/** Nothing has been received yet. */
function NothingYet({ place, isReceiving }: NothingProps) {
  return (
    <EmptyState
      icon={<ScrollText />}
      title="Nothing received yet"
      action={
        <ButtonLink
          href={`/monitoring/notifications/samples?${new URLSearchParams({ topic: place.topicId })}`}
        >
          See sample messages
        </ButtonLink>
      }
    >
      {isReceiving
        ? "What the product publishes from now on appears here by itself."
        : "What the product publishes appears here once the feed of this topic is on."}
    </EmptyState>
  );
}

/** Why the list is empty: nothing yet, or nothing that the search, the filters and the view leave. */
export function Nothing({ place, isReceiving }: NothingProps) {
  const { query } = place;
  if (isFiltered(query))
    return (
      <EmptyState
        icon={<SearchX />}
        title="No notification matches"
        action={
          <ButtonLink href={unfilteredHref(place)} scroll={false}>
            Clear filters
          </ButtonLink>
        }
      >
        {query.q
          ? `Nothing was found for “${query.q}” with these filters.`
          : "Nothing is left with these filters."}
      </EmptyState>
    );
  if (query.view === "all") return <NothingYet place={place} isReceiving={isReceiving} />;
  return (
    <EmptyState
      icon={<ShieldCheck />}
      title={query.view === "problems" ? "No problems here" : "Nothing needs a look"}
      action={
        <ButtonLink href={historyHref(place, { view: "all" })} scroll={false}>
          Show all notifications
        </ButtonLink>
      }
    >
      {query.view === "problems"
        ? "No result that is kept here was bad news."
        : "Every message that is kept here is what the catalog expects."}
    </EmptyState>
  );
}
