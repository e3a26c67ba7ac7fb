import type { ProductId } from "@/lib/catalog";
import type { ChatLayout, ChatPlatform } from "./constants.ts";
import { type Preview, previewOf } from "./preview.ts";
import { renderMessage } from "./render/render-message.ts";
import { asNotification, chosenChatSample } from "./sample-message.ts";

/** What the preview of a channel shows: the message as its chat does, and what is posted. */
export type PreviewAnswer = { preview: Preview; body: string };

type Topic = { id: string; arn: string; name: string; products: ProductId[] };
type Asked = { platform: ChatPlatform; layout: ChatLayout; sampleId: string };

/** A sample of the topic, rendered for a platform as it would be sent. */
export function previewAnswer(
  topic: Topic,
  { platform, layout, sampleId }: Asked,
  { consoleUrl, at }: { consoleUrl: string; at: Date },
): PreviewAnswer {
  const sample = chosenChatSample(topic.products, sampleId);
  const notification = asNotification(sample, topic, { at, isDrill: false });
  const { body } = renderMessage(platform, layout, notification, { consoleUrl, topicName: topic.name });
  return { preview: previewOf(platform, body), body };
}
