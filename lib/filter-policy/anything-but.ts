import type { JsonValue } from "./json-reader.ts";
import type { Place } from "./place.ts";
import type { Condition, Exclusion } from "./policy.ts";
import { wildcardProblem } from "./wildcard.ts";

type TextExclusion = Exclude<Exclusion["by"], "value">;

/**
 * Reads the operand of `anything-but`: a string, a number, a list of one of the two, or an object with
 * prefix, suffix, wildcard or equals-ignore-case and a string or a list of strings. Reports in the words of
 * AWS's engine.
 */
export function parseAnythingBut(operand: JsonValue, place: Place): Condition | undefined {
  const exclusion = operand.kind === "object" ? parseObject(operand, place) : parseValues(operand, place);
  return exclusion && { kind: "anything-but", exclusion };
}

function parseValues(operand: JsonValue, place: Place): Exclusion | undefined {
  const items = listOf(operand, place);
  if (items === undefined) return undefined;
  const strings: string[] = [];
  const numbers: number[] = [];
  for (const item of items) {
    if (item.kind === "string") strings.push(item.value);
    else if (item.kind === "number") numbers.push(item.value);
    else return place.report("Inside anything but list, start|null|boolean is not supported.");
  }
  if (strings.length > 0 === numbers.length > 0)
    return place.report(
      "Inside anything but list, either all values are number or string, mixed type is not supported",
    );
  return { by: "value", values: strings.length > 0 ? strings : numbers };
}

function parseObject(operand: Extract<JsonValue, { kind: "object" }>, place: Place): Exclusion | undefined {
  const [entry, ...others] = operand.entries;
  if (entry === undefined) return place.report("Anything-But expression name not found");
  const [operator, value] = entry;
  if (!isTextExclusion(operator)) return place.report(`Unsupported anything-but pattern: ${operator}`);
  const values = parseTexts(operator, value, place.member(operator));
  if (values === undefined) return undefined;
  if (others.length > 0) return place.report("Too many elements in numeric expression");
  return { by: operator, values };
}

function parseTexts(operator: TextExclusion, operand: JsonValue, place: Place): string[] | undefined {
  const items = listOf(operand, place);
  if (items === undefined) return undefined;
  if (items.length === 0) return place.report(`anything-but ${operator} needs at least one value`);
  const values: string[] = [];
  for (const item of items) {
    if (item.kind !== "string") return place.report(notAString(operator));
    const problem = textProblem(operator, item.value);
    if (problem !== undefined) return place.report(problem);
    values.push(item.value);
  }
  return values;
}

function listOf(operand: JsonValue, place: Place): readonly JsonValue[] | undefined {
  if (operand.kind === "array") return operand.items;
  if (operand.kind === "string" || operand.kind === "number") return [operand];
  return place.report("Value of anything-but must be an array or single string/number value.");
}

function notAString(operator: TextExclusion): string {
  switch (operator) {
    case "prefix":
    case "suffix":
      return "prefix/suffix match pattern must be a string";
    case "wildcard":
      return "wildcard match pattern must be a string";
    case "equals-ignore-case":
      return "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.";
    default:
      return operator satisfies never;
  }
}

function textProblem(operator: TextExclusion, text: string): string | undefined {
  if (operator === "wildcard") return wildcardProblem(text);
  const isAffix = operator === "prefix" || operator === "suffix";
  return isAffix && text === "" ? "Null prefix/suffix not allowed" : undefined;
}

function isTextExclusion(operator: string): operator is TextExclusion {
  return ["prefix", "suffix", "wildcard", "equals-ignore-case"].includes(operator);
}
