import { randomUUID } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Message } from "../fan-out/message.ts";
import type { MessageAttribute } from "../store/deliveries.ts";
import { invalidParameter } from "../wire/errors.ts";
import type { QueryParameters } from "../wire/query.ts";
import { readMessageAttributes } from "./message-attributes.ts";

/** https://docs.aws.amazon.com/general/latest/gr/sns.html: one message, or all of a batch, attributes included. */
export const MAX_MESSAGE_BYTES = 262_144;

/** ASCII without control characters, not beginning with a space, under 100 characters. */
const SUBJECT = /^[\x21-\x7E][\x20-\x7E]{0,98}$/;

/**
 * Reads and checks the message of a Publish call or of one batch entry; `at` is the entry's place in messages.
 * https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
export function readMessage(
  parameters: QueryParameters,
  clock: Clock,
  at = "",
): { message: Message; bytes: number } {
  const text = parameters.text("Message") ?? "";
  const subject = parameters.text("Subject");
  if (subject !== undefined && !SUBJECT.test(subject)) throw invalidParameter("Subject");
  if (text === "") throw invalidParameter("Empty message");
  const attributes = readMessageAttributes(parameters, at);
  const bytes = sizeOf(text, attributes);
  if (bytes > MAX_MESSAGE_BYTES) throw invalidParameter("Message too long");

  const structured = parameters.text("MessageStructure") === "json";
  const bodies = structured ? readBodies(text) : new Map<string, string>();
  const message: Message = {
    id: randomUUID(),
    timestamp: new Date(clock.now()).toISOString(),
    subject,
    body: bodies.get("default") ?? text,
    bodies,
    // AWS sends no message attributes with MessageStructure json
    attributes: structured ? {} : attributes,
    groupId: parameters.text("MessageGroupId"),
    deduplicationId: parameters.text("MessageDeduplicationId"),
    sequenceNumber: undefined,
  };
  return { message, bytes };
}

function sizeOf(text: string, attributes: Record<string, MessageAttribute>): number {
  const parts = Object.entries(attributes).map(([name, { Type, Value }]) => {
    const value = Type.startsWith("Binary") ? Buffer.from(Value, "base64").length : Buffer.byteLength(Value);
    return Buffer.byteLength(name) + Buffer.byteLength(Type) + value;
  });
  return parts.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(text));
}

/** The string values of a MessageStructure json object; others are ignored, `default` must be there. */
function readBodies(text: string): Map<string, string> {
  const bodies = new Map<string, string>();
  for (const [key, value] of Object.entries(parseObject(text)))
    if (typeof value === "string") bodies.set(key, value);
  if (!bodies.has("default"))
    throw invalidParameter("Message Structure - No default entry in JSON message body");
  return bodies;
}

function parseObject(text: string): object {
  const failed = () => invalidParameter("Message Structure - JSON message body failed to parse");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
    throw failed();
  }
  throw failed();
}
