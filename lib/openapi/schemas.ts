import { PROBLEMS, problemType } from "@/lib/actions/problem";
import { NOTIFICATION_TYPES, type NotificationType, notificationTypes } from "@/lib/catalog";
import { arrivalsSchema } from "@/lib/notifications/arrivals";
import { DEFAULT_SCAN_TYPE, MAX_BATCH } from "@/lib/publish/constants";
import { kinds } from "@/lib/publish/kinds";
import { notificationSchema } from "@/lib/publish/schema";
import { type JsonSchema, jsonSchema, ref } from "./json-schema.ts";

/** Every schema of the document, by its name. */
export function componentSchemas(): Record<string, JsonSchema> {
  return {
    Notification: { oneOf: NOTIFICATION_TYPES.map((type) => ref(nameOf(type))) },
    Batch: batch,
    ...Object.fromEntries(NOTIFICATION_TYPES.map((type) => [nameOf(type), notificationOf(type)])),
    ...bodies(),
    Published: published,
    Outcomes: outcomes,
    Arrivals: jsonSchema(arrivalsSchema, "output"),
    Problem: problemSchema,
  };
}

function nameOf(type: NotificationType): string {
  return `${type.charAt(0).toUpperCase()}${type.slice(1)}Notification`;
}

const FIELD_WORDS: Record<string, string> = {
  topicArn: "A topic that the console manages. Left out: the only one that carries the notification.",
  product: "Left out: the only product that publishes the type to the topic.",
  scanType: `What triggered the scan: a message attribute. ${DEFAULT_SCAN_TYPE} unless given.`,
  drill: "Marks the notification as an exercise, in its subject and by the message attribute “drill”.",
  idempotencyKey:
    "Your own name for this notification. Asking again under it within 24 hours publishes nothing twice.",
};

/** One shape for each type, so that a generated client knows which body belongs to it. */
function notificationOf(type: NotificationType): JsonSchema {
  const { properties, ...whole } = jsonSchema(notificationSchema, "input");
  const fields = Object.entries(properties ?? {}).filter(
    ([name]) => name !== "scanType" || type === "scanResult",
  );
  const described = fields.map(([name, field]) => [name, { ...field, description: FIELD_WORDS[name] }]);
  const shapes = Object.keys(kinds[type].shapes).map(ref);
  return {
    ...whole,
    description: notificationTypes[type].description,
    properties: {
      ...Object.fromEntries(described),
      type: { const: type },
      body: shapes.length === 1 ? shapes[0] : { oneOf: shapes },
    },
  };
}

function bodies(): Record<string, JsonSchema> {
  const shapes = Object.values(kinds).flatMap((kind) => Object.entries(kind.shapes));
  return Object.fromEntries(shapes.map(([name, schema]) => [name, jsonSchema(schema, "input")]));
}

const batch: JsonSchema = {
  type: "object",
  properties: {
    notifications: { type: "array", items: ref("Notification"), minItems: 1, maxItems: MAX_BATCH },
  },
  required: ["notifications"],
  additionalProperties: false,
};

const published: JsonSchema = {
  type: "object",
  properties: { messageId: { type: "string", description: "SNS's id of the message." } },
  required: ["messageId"],
};

const outcomes: JsonSchema = {
  type: "object",
  properties: {
    outcomes: {
      type: "array",
      description: "In the order of the notifications.",
      items: {
        oneOf: [
          {
            type: "object",
            properties: { status: { const: 202 }, messageId: { type: "string" } },
            required: ["status", "messageId"],
          },
          {
            type: "object",
            properties: {
              status: { type: "integer" },
              problem: ref("Problem"),
              retryAfterSeconds: { type: "integer" },
            },
            required: ["status", "problem"],
          },
        ],
      },
    },
  },
  required: ["outcomes"],
};

const problemField = (place: string, description: string): JsonSchema => ({
  type: "object",
  properties: { [place]: { type: "string", description }, detail: { type: "string" } },
  required: [place, "detail"],
});

const problemSchema: JsonSchema = {
  type: "object",
  description: "RFC 9457.",
  properties: {
    type: {
      type: "string",
      // the keys of PROBLEMS are its kinds
      enum: (Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]).map(problemType),
    },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "What is wrong, and what to do about it." },
    errors: {
      type: "array",
      items: {
        oneOf: [
          problemField("pointer", "Where in the request's body: a JSON pointer, RFC 6901."),
          problemField("parameter", "Which parameter of the address."),
        ],
      },
    },
    requestId: { type: "string", description: "AWS's request id, where AWS refused." },
  },
  required: ["type", "title", "status", "detail"],
};
