import { attributesOf, NOTIFICATION_TYPES } from "@/lib/catalog";
import type { FilterableMessage } from "@/lib/filter-policy";
import { isAttribute, readAttributes } from "./read-attributes.ts";

/** A pasted text as a message, with what it was taken for; or why it is none. */
export type MessageReading =
  | { ok: true; message: FilterableMessage; understoodAs: string; notes: string[] }
  | { ok: false; problem: string };

const attributeNames = new Set<string>(
  NOTIFICATION_TYPES.flatMap((type) => attributesOf(type).map(({ name }) => name)),
);

type Fields = ReadonlyMap<string, unknown>;

/** Envelopes lie in envelopes: a notification in a queue's message in a function's event. */
const MAX_ENVELOPES = 6;

/**
 * Reads what people have at hand: a notification as HTTP endpoints and queues receive it, an event of Lambda or
 * EventBridge, what was given to Publish, attributes alone, or a message body alone.
 */
export function readMessage(text: string): MessageReading {
  if (text.trim() === "") return refused("Paste a message, its attributes, or both.");
  const value = parse(text);
  if (value === undefined)
    return refused("This is not JSON. Paste the whole message, from the first brace to the last.");
  return open(value, [], MAX_ENVELOPES);
}

function open(value: unknown, notes: string[], left: number): MessageReading {
  if (left === 0) return refused("This has too many envelopes around the message.");
  if (Array.isArray(value)) return openFirst(value, notes, left);
  const fields = fieldsOf(value);
  if (fields === undefined) return refused("This is JSON, but not an object in braces.");
  const list = fields.get("Records") ?? fields.get("Messages");
  if (Array.isArray(list)) return openFirst(list, notes, left);
  const sns = fields.get("Sns");
  if (fieldsOf(sns)) return open(sns, notes, left - 1);
  const detail = fields.get("detail");
  if (fields.has("detail-type") && fieldsOf(detail))
    return renamed(open(detail, notes, left - 1), "an EventBridge event");
  const queued = fields.get("Body") ?? fields.get("body");
  if (typeof queued === "string") return openQueued(queued, fields, notes, left);
  return readPlain(fields, notes);
}

function openFirst(values: readonly unknown[], notes: string[], left: number): MessageReading {
  if (values.length === 0) return refused("The list is empty: there is no message in it.");
  const more = values.length > 1 ? [`Of ${values.length} messages the first is looked at.`] : [];
  return open(values[0], [...notes, ...more], left - 1);
}

/** A message of a queue holds a notification, or with raw delivery the body alone and the attributes beside it. */
function openQueued(text: string, fields: Fields, notes: string[], left: number): MessageReading {
  const inner = fieldsOf(parse(text));
  if (inner?.has("Message") && inner.has("TopicArn")) return open(parse(text), notes, left - 1);
  return taken("a message with raw delivery", attributesIn(fields), text, notes);
}

function readPlain(fields: Fields, notes: string[]): MessageReading {
  if (fields.get("Type") === "SubscriptionConfirmation" || fields.get("Type") === "UnsubscribeConfirmation")
    return refused("This is SNS's confirmation, not a notification: no filter decides about it.");
  const beside = attributesIn(fields);
  const body = ["Message", "message", "body"].find((name) => fields.has(name));
  if (body !== undefined || beside !== undefined) {
    const isNotification = fields.get("Type") === "Notification" || fields.has("TopicArn");
    const form = isNotification ? "an SNS notification" : "attributes and a body";
    return taken(form, beside, body === undefined ? "" : asText(fields.get(body)), notes);
  }
  if (areAttributes(fields)) return taken("attributes alone", Object.fromEntries(fields), "", notes);
  return taken("a message body alone", undefined, JSON.stringify(Object.fromEntries(fields)), notes);
}

/** Bodies name the notification type as well, but beside fields that are no attribute of any message. */
function areAttributes(fields: Fields): boolean {
  if (fields.size === 0) return false;
  if ([...fields.values()].every(isAttribute)) return true;
  return fields.has("notificationType") && [...fields.keys()].every((name) => attributeNames.has(name));
}

function attributesIn(fields: Fields): object | undefined {
  for (const name of ["MessageAttributes", "messageAttributes", "attributes"]) {
    const value = fields.get(name);
    if (fieldsOf(value)) return value as object; // fieldsOf is undefined for anything else
  }
  return undefined;
}

function taken(
  understoodAs: string,
  given: object | undefined,
  body: string,
  notes: string[],
): MessageReading {
  const { attributes, skipped } = readAttributes(given ?? {});
  const all = [...notes];
  if (skipped.length > 0) all.push(`Left out, because it is no attribute: ${skipped.join(", ")}.`);
  if (Object.keys(attributes).length === 0)
    all.push(
      "It has no attributes, so only subscriptions without a filter, or with one on the body, can get it.",
    );
  if (body === "") all.push("It has no body, so a filter on the body cannot admit it.");
  return { ok: true, message: { attributes, body }, understoodAs, notes: all };
}

function renamed(reading: MessageReading, understoodAs: string): MessageReading {
  return reading.ok ? { ...reading, understoodAs } : reading;
}

function refused(problem: string): MessageReading {
  return { ok: false, problem };
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldsOf(value: unknown): Fields | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value));
}
