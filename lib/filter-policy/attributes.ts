import type { Scalar } from "./policy.ts";

/** A message attribute as SNS publishes it: data type and text. */
export type MessageAttribute = { type: string; value: string };

const NUMBER = /^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$/;

/**
 * The values a policy key sees in an attribute. No values: the attribute counts as absent (missing, Binary,
 * empty String.Array). `undefined`: it is there but is not what its type promises, so nothing matches it.
 * Types may carry a custom label (`Number.int`).
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
export function attributeValues(attribute: MessageAttribute | undefined): readonly Scalar[] | undefined {
  if (attribute === undefined) return [];
  const { type, value } = attribute;
  if (type === "String.Array") return arrayValues(value);
  if (isOfType(type, "String")) return [value];
  if (isOfType(type, "Number")) return NUMBER.test(value) ? [Number(value)] : undefined;
  return [];
}

function isOfType(type: string, name: string): boolean {
  return type === name || type.startsWith(`${name}.`);
}

function arrayValues(text: string): readonly Scalar[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    // SNS takes a bare scalar for an array of one
    const items: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    return items.every(isScalar) ? items : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a parsed JSON value is neither an array nor an object. */
export function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
