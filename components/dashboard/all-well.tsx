import { Notice } from "@/components/ui/notice";

/** Says so when there is nothing to be done. */
export function AllWell({ subscriptions }: { subscriptions: number }) {
  return (
    <Notice tone="positive" title="Nothing needs attention">
      {subscriptions === 1
        ? "The subscription is confirmed"
        : `All ${subscriptions} subscriptions are confirmed`}
      , or asked for confirmation within the last 24 hours.
    </Notice>
  );
}
