import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { MiddleCut } from "@/components/ui/middle-cut";
import { PROTOCOL_LABELS } from "@/lib/subscriptions/constants";
import type { SubscriptionDetail } from "@/lib/subscriptions/loaders";

type FixedFactsProps = { subscription: SubscriptionDetail; children?: ReactNode };

/** What of a subscription stays what it is. */
export function FixedFacts({ subscription, children }: FixedFactsProps) {
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
      {children ? <p className="mt-2 text-sm text-muted">{children}</p> : null}
    </div>
  );
}
