import { SubscriptionsSkeleton } from "@/components/subscriptions/subscriptions-skeleton";

export default function Loading() {
  return <SubscriptionsSkeleton />;
}
