import type { Facet } from "@/components/ui/facets";
import { isNotificationType, notificationTypes } from "@/lib/catalog";
import { ATTENTION_LABELS } from "@/lib/subscriptions/attention";
import { PROTOCOL_LABELS, type Status } from "@/lib/subscriptions/constants";
import type { SubscriptionsPage } from "@/lib/subscriptions/loaders";
import { statusWords } from "@/lib/subscriptions/status-words";
import { type ListPlace, listHref } from "./list-href.ts";

/** The table's facets as links. A chosen value stays offered when nothing is left of it, so that it can be undone. */
export function facetLists(place: ListPlace, counts: SubscriptionsPage["facets"]): Facet[] {
  const { status, protocol, type, attention } = place.query;
  return [
    facet(place, "attention", "Attention", {
      chosen: attention,
      counted: counts.attention,
      labelOf: (value) => ATTENTION_LABELS[value],
    }),
    facet(place, "status", "Status", { chosen: status, counted: counts.status, labelOf: statusLabel }),
    facet(place, "protocol", "Protocol", {
      chosen: protocol,
      counted: counts.protocol,
      labelOf: (value) => PROTOCOL_LABELS[value],
    }),
    facet(place, "type", "Notification Type", { chosen: type, counted: counts.type, labelOf: typeLabel }),
  ];
}

function statusLabel(status: Status): string {
  return statusWords({ status, statusReason: null }).label;
}

function typeLabel(type: string): string {
  return isNotificationType(type) ? notificationTypes[type].label : type;
}

type Values<Value> = {
  chosen: readonly Value[];
  counted: readonly { value: Value; count: number }[];
  labelOf: (value: Value) => string;
};

function facet<Value extends string>(
  place: ListPlace,
  id: "status" | "protocol" | "type" | "attention",
  label: string,
  { chosen, counted, labelOf }: Values<Value>,
): Facet {
  const emptied = chosen.filter((value) => !counted.some((each) => each.value === value));
  const options = [...counted, ...emptied.map((value) => ({ value, count: 0 }))].map(({ value, count }) => {
    const isActive = chosen.includes(value);
    const next = isActive ? chosen.filter((each) => each !== value) : [...chosen, value];
    return { value, label: labelOf(value), count, isActive, href: listHref(place, { [id]: next }) };
  });
  return { id, label, options, clearHref: listHref(place, { [id]: [] }) };
}
