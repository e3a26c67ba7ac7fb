import type { ProductId } from "@/lib/catalog";
import { healthAlarmSample, type SampleMessage, samplesFor } from "@/lib/catalog/samples/index";
import { DRILL_ATTRIBUTE } from "@/lib/notifications/constants";
import { normalize } from "@/lib/notifications/normalize";
import type { ChatNotification } from "./render/types.ts";

type Topic = { id: string; arn: string; name: string; products: ProductId[] };

/** The samples a chat can be tried with: every type of the topic's products, the worst news first, and an alarm. */
export function chatSamples(products: readonly ProductId[]): readonly SampleMessage[] {
  return [...samplesFor(products), healthAlarmSample];
}

/** The sample of that id, else the first. */
export function chosenChatSample(products: readonly ProductId[], id: string): SampleMessage {
  const samples = chatSamples(products);
  return samples.find((sample) => sample.id === id) ?? samples[0] ?? healthAlarmSample;
}

/** A sample as a message that the topic carried; marked as a drill when it is really sent. */
export function asNotification(
  { id, subject, attributes, body }: SampleMessage,
  topic: Topic,
  { at, isDrill }: { at: Date; isDrill: boolean },
): ChatNotification {
  const marked = {
    ...attributes,
    ...(isDrill && { [DRILL_ATTRIBUTE]: { type: "String" as const, value: "true" } }),
  };
  const columns = normalize({ topic, subject, attributes: marked, body, oddities: [] });
  return {
    ...columns,
    id: null,
    topicId: topic.id,
    messageId: `sample-${id}`,
    topicArn: topic.arn,
    publishedAt: at,
    subject,
    attributes: marked,
    body,
  };
}
