import "server-only";
import type { FilterableMessage } from "@/lib/filter-policy";
import { ask } from "@/lib/recipients/ask";
import { type Answer, RECIPIENT_PAGE_SIZES } from "@/lib/recipients/constants";
import type { ReceiverKind } from "@/lib/recipients/receiver-kinds";
import { rosterOf } from "@/lib/recipients/roster";
import type { Topic } from "@/lib/topics/queries";
import { sampleNotification, sendableSamples } from "./sample-notification.ts";
import { toPublication } from "./to-publication.ts";

/** Who will get a sample, before it is sent. */
export type SampleTold = {
  counts: Record<Answer, number>;
  overall: number;
  /** The first of those who receive it. */
  receivers: { id: string; protocol: ReceiverKind; endpoint: string }[];
};

const SHOWN = 5;

/** Asks the topic's filters about exactly what would be sent; null when there is no such sample. */
export function whoIsTold(
  topic: Topic,
  { sampleId, ...place }: { sampleId: string; bucket: string; accountId: string },
): SampleTold | null {
  const sample = sendableSamples(topic.products).find(({ id }) => id === sampleId);
  if (!sample) return null;
  const made = toPublication(
    { topicArn: topic.arn, ...sampleNotification(sample, place), drill: true },
    { id: sample.id, now: new Date().toISOString() },
  );
  if (!made.ok) return null;
  const attributes = Object.entries(made.value.attributes).map(([name, value]) => [
    name,
    { type: "String", value },
  ]);
  const message: FilterableMessage = {
    attributes: Object.fromEntries(attributes),
    body: made.value.message,
  };
  const query = { q: "", answer: [], protocol: [], page: 1, size: RECIPIENT_PAGE_SIZES[0] };
  const { counts, overall, rows } = ask(rosterOf(topic.id), message, query);
  const receivers = rows
    .filter(({ answer }) => answer === "receives")
    .slice(0, SHOWN)
    .map(({ recipient: { id, protocol, endpoint } }) => ({ id, protocol, endpoint }));
  return { counts, overall, receivers };
}
