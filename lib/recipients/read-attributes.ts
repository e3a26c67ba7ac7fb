import type { MessageAttribute } from "@/lib/filter-policy";

type Attributes = Record<string, MessageAttribute>;

/** Whether a value is an attribute as SNS, SQS or EventBridge write it: type and text. */
export function isAttribute(value: unknown): boolean {
  return typed(value) !== undefined;
}

/**
 * Message attributes as anybody may write them: `{Type, Value}` of a delivered notification, `{DataType, StringValue}`
 * of Publish and EventBridge, `{dataType, stringValue}` of a queue's event, or plain values. `skipped` names what is
 * none of these.
 */
export function readAttributes(given: object): { attributes: Attributes; skipped: string[] } {
  const attributes = new Map<string, MessageAttribute>();
  const skipped: string[] = [];
  for (const [name, value] of Object.entries(given)) {
    const attribute = typed(value) ?? plain(value);
    if (attribute) attributes.set(name, attribute);
    else skipped.push(name);
  }
  return { attributes: Object.fromEntries(attributes), skipped };
}

const FORMS = [
  ["Type", "Value"],
  ["DataType", "StringValue"],
  ["dataType", "stringValue"],
] as const;

function typed(value: unknown): MessageAttribute | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const fields = new Map<string, unknown>(Object.entries(value));
  for (const [typeName, valueName] of FORMS) {
    const type = fields.get(typeName);
    if (typeof type !== "string") continue;
    const text = fields.get(valueName);
    if (typeof text === "string") return { type, value: text };
    // a binary value is under a name of its own, and SNS does not compare it
    if (type.startsWith("Binary")) return { type, value: "" };
  }
  return undefined;
}

function plain(value: unknown): MessageAttribute | undefined {
  if (typeof value === "string") return { type: "String", value };
  if (typeof value === "number") return { type: "Number", value: String(value) };
  if (typeof value === "boolean") return { type: "String", value: String(value) };
  return Array.isArray(value) ? { type: "String.Array", value: JSON.stringify(value) } : undefined;
}
