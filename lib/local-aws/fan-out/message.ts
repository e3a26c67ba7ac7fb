import { lastPartOf } from "../arn.ts";
import type { Protocol } from "../protocol.ts";
import type { MessageAttribute } from "../store/deliveries.ts";

/** A message SNS has accepted. */
export interface Message {
  id: string;
  /** ISO 8601 with milliseconds. */
  timestamp: string;
  subject: string | undefined;
  body: string;
  /** Bodies of their own for protocols (`email`, `sqs`) and push platforms (`GCM`), from MessageStructure json. */
  bodies: ReadonlyMap<string, string>;
  attributes: Readonly<Record<string, MessageAttribute>>;
  groupId: string | undefined;
  deduplicationId: string | undefined;
  sequenceNumber: string | undefined;
}

/** What a message says to one kind of endpoint. */
export function bodyFor(message: Message, protocol: Protocol, endpoint: string): string {
  const key = protocol === "application" ? platformOf(endpoint) : protocol;
  return message.bodies.get(key) ?? message.body;
}

/** The platform of an application endpoint ARN: `GCM`, `APNS` and so on. */
function platformOf(endpoint: string): string {
  return lastPartOf(endpoint).split("/")[1] ?? "";
}
