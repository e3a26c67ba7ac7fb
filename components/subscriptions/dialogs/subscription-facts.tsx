import { DefinitionList } from "@/components/ui/definition-list";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";

/** Which subscription a dialog is about: endpoint, protocol and filter in words. */
export function SubscriptionFacts({ subscription }: { subscription: SubscriptionDetail }) {
  const { endpoint, protocol, typesText, summary } = subscription;
  return (
    <div className="rounded-md border bg-sunken px-3 py-2.5">
      <DefinitionList
        items={[
          { term: "Endpoint", value: <span className="font-medium">{endpoint}</span> },
          { term: "Protocol", value: PROTOCOL_LABELS[protocol] },
          {
            term: "Filter",
            value: (
              <span className="line-clamp-4" title={summary}>
                {typesText}: {summary}
              </span>
            ),
          },
        ]}
      />
    </div>
  );
}
