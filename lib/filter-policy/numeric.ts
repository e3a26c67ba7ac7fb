import type { JsonValue } from "./json-reader.ts";
import type { Place } from "./place.ts";
import type { Condition, NumericBound } from "./policy.ts";

type Operator = "=" | "<" | "<=" | ">" | ">=";

/**
 * Reads the operand of `numeric`: `["=", x]`, one bound, or a lower bound followed by an upper one. Reports
 * in the words of AWS's engine, which checks the members from left to right.
 */
export function parseNumeric(operand: JsonValue, place: Place): Condition | undefined {
  if (operand.kind !== "array") return place.report("Value of numeric must be an array.");
  const [operatorItem, valueItem, ...rest] = operand.items;
  if (operatorItem?.kind !== "string")
    return place.report(`Invalid member in numeric match: ${textOf(operatorItem)}`);
  const operator = operatorItem.value;
  if (!isOperator(operator)) return place.report(`Unrecognized numeric range operator: ${operator}`);
  if (valueItem?.kind !== "number")
    return place.report(`Value of ${operator === "=" ? "equals" : operator} must be numeric`);
  const { value } = valueItem;
  if (operator === ">" || operator === ">=")
    return parseUpper({ value, inclusive: operator === ">=" }, rest, place);
  if (rest.length > 0) return place.report("Too many elements in numeric expression");
  const upper = { value, inclusive: operator !== "<" };
  return operator === "=" ? { kind: "numeric", lower: upper, upper } : { kind: "numeric", upper };
}

function parseUpper(lower: NumericBound, rest: readonly JsonValue[], place: Place): Condition | undefined {
  const [operatorItem, valueItem, ...tooMany] = rest;
  if (operatorItem === undefined) return { kind: "numeric", lower };
  if (operatorItem.kind !== "string")
    return place.report(`Bad value in numeric range: ${textOf(operatorItem)}`);
  const operator = operatorItem.value;
  if (operator !== "<" && operator !== "<=") return place.report(`Bad numeric range operator: ${operator}`);
  if (valueItem?.kind !== "number") return place.report(`Value of ${operator} must be numeric`);
  if (tooMany.length > 0) return place.report("Too many terms in numeric range expression");
  if (lower.value >= valueItem.value) return place.report("Bottom must be less than top");
  return { kind: "numeric", lower, upper: { value: valueItem.value, inclusive: operator === "<=" } };
}

function isOperator(text: string): text is Operator {
  return text === "=" || text === "<" || text === "<=" || text === ">" || text === ">=";
}

/** What the engine's streaming parser has in hand: for a container its opening mark, at the end its closing one. */
function textOf(item: JsonValue | undefined): string {
  switch (item?.kind) {
    case undefined:
      return "]";
    case "array":
      return "[";
    case "object":
      return "{";
    case "number":
      return item.text;
    case "literal":
    case "string":
      return String(item.value);
    default:
      return item satisfies never;
  }
}
