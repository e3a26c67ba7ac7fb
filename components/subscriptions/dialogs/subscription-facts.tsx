import type { ReactNode } from "react";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";

/** Which subscription a dialog is about: endpoint, protocol and filter in words. */
export function SubscriptionFacts({ subscription }: { subscription: SubscriptionDetail }) {
  const { endpoint, protocol } = subscription;
  const filter = filterWords(subscription);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 rounded-md border bg-sunken px-3 py-2.5">
      <Fact term="Endpoint">
        <span title={endpoint} className="line-clamp-3 font-medium wrap-anywhere">
          {endpoint}
        </span>
      </Fact>
      <Fact term="Protocol">{PROTOCOL_LABELS[protocol]}</Fact>
      <Fact term="Filter">
        <span title={filter} className="line-clamp-4 wrap-anywhere">
          {filter}
        </span>
      </Fact>
    </dl>
  );
}

function filterWords({ filterKind, typesText, summary }: SubscriptionDetail): string {
  if (filterKind === "unknown") return `${typesText}. ${summary}.`;
  return filterKind === "custom" ? summary : `${typesText}: ${summary}`;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
