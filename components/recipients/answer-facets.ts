import type { Facet } from "@/components/ui/facets";
import { ANSWER_LABELS } from "@/lib/recipients/constants";
import type { Simulation } from "@/lib/recipients/loaders";
import { RECEIVER_LABELS } from "@/lib/recipients/receiver-kinds";
import { viewHref } from "./simulate-href.ts";

/** The filters of the answers. A chosen value stays offered when nothing is left of it, so that it can be undone. */
export function answerFacets({ topic, query, told }: Simulation): Facet[] {
  if (!told) return [];
  const { answer, protocol } = told.facets;
  return [
    facetOf(topic.id, query, "answer", "Gets it", answer, query.answer, (value) => ANSWER_LABELS[value]),
    facetOf(
      topic.id,
      query,
      "protocol",
      "Protocol",
      protocol,
      query.protocol,
      (value) => RECEIVER_LABELS[value],
    ),
  ];
}

function facetOf<Value extends string>(
  topicId: string,
  query: Simulation["query"],
  id: "answer" | "protocol",
  label: string,
  counted: readonly { value: Value; count: number }[],
  chosen: readonly Value[],
  labelOf: (value: Value) => string,
): Facet {
  const emptied = chosen.filter((value) => !counted.some((each) => each.value === value));
  const options = [...counted, ...emptied.map((value) => ({ value, count: 0 }))].map(({ value, count }) => {
    const isActive = chosen.includes(value);
    const next = isActive ? chosen.filter((each) => each !== value) : [...chosen, value];
    return { value, label: labelOf(value), count, isActive, href: viewHref(topicId, query, { [id]: next }) };
  });
  return { id, label, options, clearHref: viewHref(topicId, query, { [id]: [] }) };
}
