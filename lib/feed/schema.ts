import { z } from "zod";
import { FEED_TRANSPORTS } from "./constants.ts";

export const enableFeedSchema = z.object({
  topicId: z.string().min(1),
  transport: z.enum(FEED_TRANSPORTS, "Choose how notifications reach the console."),
});
export type EnableFeedInput = z.input<typeof enableFeedSchema>;

export const disableFeedSchema = z.object({ topicId: z.string().min(1), deleteQueues: z.boolean() });
