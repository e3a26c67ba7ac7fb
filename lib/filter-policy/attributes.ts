import type { Scalar } from "./policy.ts";

/** A message attribute as SNS publishes it: data type and text. */
export type MessageAttribute = { type: string; value: string };

/**
 * What a policy key sees in an attribute. `absent` satisfies `exists: false`; `unreadable`, an attribute that is
 * not what its type promises, satisfies nothing.
 */
export type AttributeReading =
  | { readonly kind: "values"; readonly values: readonly Scalar[] }
  | { readonly kind: "absent"; readonly because: "missing" | "ignoredType" | "emptyArray" }
  | { readonly kind: "unreadable"; readonly because: "notANumber" | "notJson" | "notScalars" };

const NUMBER = /^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$/;

/**
 * Reads the attribute of that name as SNS does. Types may carry a custom label (`Number.int`); Binary and types
 * SNS does not know are ignored.
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
export function readAttribute(
  attributes: Readonly<Record<string, MessageAttribute>>,
  name: string,
): AttributeReading {
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (attribute === undefined) return { kind: "absent", because: "missing" };
  const { type, value } = attribute;
  if (type === "String.Array") return readArray(value);
  if (isOfType(type, "String")) return { kind: "values", values: [value] };
  if (!isOfType(type, "Number")) return { kind: "absent", because: "ignoredType" };
  return NUMBER.test(value)
    ? { kind: "values", values: [Number(value)] }
    : { kind: "unreadable", because: "notANumber" };
}

function isOfType(type: string, name: string): boolean {
  return type === name || type.startsWith(`${name}.`);
}

function readArray(text: string): AttributeReading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: "unreadable", because: "notJson" };
  }
  // SNS takes a bare scalar for an array of one
  const items: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  if (items.length === 0) return { kind: "absent", because: "emptyArray" };
  return items.every(isScalar)
    ? { kind: "values", values: items }
    : { kind: "unreadable", because: "notScalars" };
}

/** Whether a parsed JSON value is neither an array nor an object. */
export function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
