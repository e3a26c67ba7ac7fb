import { z } from "zod";
import type { ProductId } from "@/lib/catalog";
import { checkSelection, selectionShape } from "@/lib/subscriptions/schema";
import { CHAT_LAYOUTS, CHAT_PLATFORMS, MAX_NAME_LENGTH, MAX_URL_LENGTH } from "./constants.ts";

const id = z.string().min(1).max(100);

const url = z.string().trim().max(MAX_URL_LENGTH, "Addresses of webhooks are shorter: paste it again.");

/** What the form sends: of a new channel (`id` null), or of one that is being changed. */
export const channelShape = z.object({
  id: id.nullable(),
  /** The version that was opened; a newer one means somebody else changed it meanwhile. 0 for a new one. */
  version: z.number().int(),
  topicId: id,
  platform: z.enum(CHAT_PLATFORMS, "Choose where the messages go."),
  name: z
    .string()
    .trim()
    .min(1, "Enter a name, such as that of the chat's channel.")
    .max(MAX_NAME_LENGTH, `Enter a name of at most ${MAX_NAME_LENGTH} characters.`),
  /** Empty keeps the one that is stored. */
  url,
  layout: z.enum(CHAT_LAYOUTS, "Choose a layout."),
  ...selectionShape,
  /** Another signing secret for a plain webhook that has one. */
  renewSecret: z.boolean(),
});
export type ChannelInput = z.input<typeof channelShape>;

/** The rules depend on the topic, so that the form and the service make the same schema of it. */
export function channelSchema(topic: { products: readonly ProductId[] }) {
  return channelShape.superRefine((input, ctx) => {
    checkSelection(topic.products, input, ctx);
    if (input.id === null && input.url === "")
      ctx.addIssue({ code: "custom", path: ["url"], message: "Paste the address of the webhook." });
  });
}

export const channelIdSchema = z.object({ id });

/** A test of what the form holds, saved or not. An empty address means the stored one of `id`. */
export const testChannelSchema = channelShape
  .pick({
    id: true,
    topicId: true,
    platform: true,
    url: true,
    layout: true,
  })
  .extend({ sampleId: z.string().max(200) });

/** What the preview asks for. */
export const previewSchema = channelShape.pick({ platform: true, layout: true }).extend({
  sampleId: z.string().max(200),
});

/** What the template for Lambda is made of; a channel lends its filter. */
export const lambdaTemplateSchema = z.object({
  platform: z.enum(["slack", "teams", "chime"]),
  channel: z.string().max(100).default(""),
});
