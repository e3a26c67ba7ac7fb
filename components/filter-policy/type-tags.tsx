import { Badge } from "@/components/ui/badge";
import {
  products as catalog,
  isResultType,
  type NotificationType,
  type ProductId,
  resultsOf,
} from "@/lib/catalog";

/**
 * What to know of a type before choosing it: how bad its news can be, or whose it is on a shared topic, which the
 * name of a result type tells already.
 */
export function TypeTags({ type, products }: { type: NotificationType; products: readonly ProductId[] }) {
  const worst = isResultType(type) ? resultsOf(type)[0] : undefined;
  const publishers = products.filter((id) => catalog[id].types.includes(type));
  const [publisher] = publishers;
  if (worst) return <Badge tone="negative">Critical when {worst.label}</Badge>;
  return publisher && publishers.length < products.length ? <Badge>{catalog[publisher].name}</Badge> : null;
}
