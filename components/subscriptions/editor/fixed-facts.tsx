import { DefinitionList } from "@/components/ui/definition-list";
import { MiddleCut } from "@/components/ui/middle-cut";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";

/** What of a subscription stays what it is. */
export function FixedFacts({ subscription }: { subscription: SubscriptionDetail }) {
  const { protocol, endpoint } = subscription;
  return (
    <div className="rounded-md border bg-sunken px-3 py-2.5">
      <DefinitionList
        columns={2}
        items={[
          { term: "Protocol", value: PROTOCOL_LABELS[protocol] },
          { term: "Endpoint", value: <MiddleCut text={endpoint} copyable /> },
        ]}
      />
      <p className="mt-2 text-sm text-muted">
        SNS cannot change protocol and endpoint. To replace them, add a new subscription, then delete this
        one.
      </p>
    </div>
  );
}
