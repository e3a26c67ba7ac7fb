import type { Facet } from "@/components/ui/facets";
import { isNotificationType, isResultValue, notificationTypes, products, RESULT_TYPES } from "@/lib/catalog";
import { findResult } from "@/lib/catalog/results";
import type { HistoryPage } from "@/lib/notifications/loaders";
import { visibleText } from "@/lib/notifications/visible-text";
import { type HistoryPlace, historyHref } from "./history-href.ts";

type ListFacet = "product" | "type" | "result" | "bucket" | "account";

const LABELS: Record<ListFacet, string> = {
  product: "Product",
  type: "Notification Type",
  result: "Result",
  bucket: "Bucket",
  account: "Account",
};
const SHOWN_OPTIONS = 100;

/** The history's facets as links. A chosen value stays offered when nothing is left of it. */
export function historyFacets({ topic, query, facets }: HistoryPage): Facet[] {
  const place = { topicId: topic.id, query };
  return [
    facet(place, "product", facets.product, productLabel),
    facet(place, "type", facets.type, (type) =>
      isNotificationType(type) ? notificationTypes[type].label : visibleText(type),
    ),
    facet(place, "result", facets.result, resultLabel),
    facet(place, "bucket", facets.bucket, visibleText),
    facet(place, "account", facets.account, visibleText),
    dayFacet(place, facets.day),
  ];
}

type Counted = readonly { value: string; count: number }[];

function facet(
  place: HistoryPlace,
  id: ListFacet,
  counted: Counted,
  labelOf: (value: string) => string,
): Facet {
  const chosen: readonly string[] = place.query[id];
  const missing = chosen.filter((value) => !counted.some((each) => each.value === value));
  const all = [...counted.slice(0, SHOWN_OPTIONS), ...missing.map((value) => ({ value, count: 0 }))];
  const options = all.map(({ value, count }) => {
    const isActive = chosen.includes(value);
    const next = isActive ? chosen.filter((each) => each !== value) : [...chosen, value];
    const label = value === "" ? "None" : labelOf(value);
    return { value, label, count, isActive, href: historyHref(place, { [id]: next }) };
  });
  return { id, label: LABELS[id], options, clearHref: historyHref(place, { [id]: [] }) };
}

/** One day at a time: choosing another one moves there. */
function dayFacet(place: HistoryPlace, counted: Counted): Facet {
  const { from, to } = place.query;
  const isOneDay = from !== "" && from === to;
  const isKnown = counted.some(({ value }) => value === from);
  const days = counted.slice(0, SHOWN_OPTIONS);
  const options = [...days, ...(isOneDay && !isKnown ? [{ value: from, count: 0 }] : [])].map(
    ({ value, count }) => {
      const isActive = isOneDay ? value === from : isWithin(value, from, to);
      const next = isOneDay && isActive ? { from: "", to: "" } : { from: value, to: value };
      return { value, label: dayLabel(value), count, isActive, href: historyHref(place, next) };
    },
  );
  return { id: "day", label: "Day (UTC)", options, clearHref: historyHref(place, { from: "", to: "" }) };
}

function isWithin(day: string, from: string, to: string): boolean {
  return (from !== "" || to !== "") && (from === "" || day >= from) && (to === "" || day <= to);
}

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

function dayLabel(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : dayFormat.format(at);
}

function productLabel(id: string): string {
  return id === "antivirus" || id === "classification" ? products[id].name : visibleText(id);
}

/** Results of both products that share a name share their label too. */
function resultLabel(value: string): string {
  if (!isResultValue(value)) return visibleText(value);
  return RESULT_TYPES.map((type) => findResult(type, value)?.label).find(Boolean) ?? value;
}
