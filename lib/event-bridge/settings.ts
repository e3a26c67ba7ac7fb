import { z } from "zod";
import { DEFAULT_BUS } from "./constants.ts";

/** What the card *AWS EventBridge Proactive Notifications* holds. The bus is one of the console's own region. */
export const eventBridgeSettings = {
  name: "event-bridge",
  schema: z.object({ enabled: z.boolean(), busName: z.string() }),
  initial: { enabled: false, busName: DEFAULT_BUS },
};

export type EventBridgeSettings = z.output<typeof eventBridgeSettings.schema>;

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html */
const BUS_NAME = /^[/._A-Za-z0-9-]{1,256}$/;

/** As the form sends it. Nothing typed means the default bus. */
export const saveEventBridgeSchema = z.object({
  enabled: z.boolean(),
  busName: z
    .string()
    .trim()
    .transform((name) => name || DEFAULT_BUS)
    .refine(
      (name) => BUS_NAME.test(name),
      "Enter the name of an event bus, not its ARN: letters, digits and . - _ / only, 256 at most.",
    ),
  version: z.number().int().min(0),
});
