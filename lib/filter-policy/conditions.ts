import { parseAnythingBut } from "./anything-but.ts";
import { parseCidr } from "./ip-address.ts";
import type { JsonEntry, JsonValue } from "./json-reader.ts";
import { parseNumeric } from "./numeric.ts";
import type { Place } from "./place.ts";
import type { Condition } from "./policy.ts";
import { wildcardProblem } from "./wildcard.ts";

/**
 * Reads one member of a key's array: a value to be equal to, or an object with exactly one operator. On
 * failure it reports at the member's place, in the words of AWS's engine, and answers undefined.
 */
export function parseCondition(item: JsonValue, place: Place): Condition | undefined {
  switch (item.kind) {
    case "string":
    case "number":
    case "literal":
      return { kind: "exact", value: item.value };
    case "array":
      return place.report("Match value must be String, number, true, false, or null");
    case "object":
      return parseExpression(item.entries, place);
    default:
      return item satisfies never;
  }
}

function parseExpression(entries: readonly JsonEntry[], place: Place): Condition | undefined {
  const [entry, ...others] = entries;
  if (entry === undefined) return place.report("Match expression name not found");
  const [operator, operand] = entry;
  const condition = parseOperator(operator, operand, place.member(operator));
  if (condition === undefined || others.length === 0) return condition;
  const isList = condition.kind === "numeric" || condition.kind === "anything-but";
  return place.report(
    isList ? "Too many elements in numeric expression" : "Only one key allowed in match expression",
  );
}

function parseOperator(operator: string, operand: JsonValue, place: Place): Condition | undefined {
  switch (operator) {
    case "prefix":
    case "suffix":
      return parseAffix(operator, operand, place);
    case "equals-ignore-case":
      if (operand.kind !== "string") return place.report(`${operator} match pattern must be a string`);
      return { kind: operator, value: operand.value };
    case "wildcard":
      return parseWildcard(operand, place);
    case "cidr":
      return parseBlock(operand, place);
    case "numeric":
      return parseNumeric(operand, place);
    case "exists":
      if (operand.kind !== "literal" || operand.value === null)
        return place.report("exists match pattern must be either true or false.");
      return { kind: "exists", exists: operand.value };
    case "anything-but":
      return parseAnythingBut(operand, place);
    default:
      return place.report(`Unrecognized match type ${operator}`);
  }
}

function parseAffix(kind: "prefix" | "suffix", operand: JsonValue, place: Place): Condition | undefined {
  if (operand.kind === "string") return { kind, value: operand.value, ignoreCase: false };
  if (operand.kind !== "object") return place.report(`${kind} match pattern must be a string`);
  const [entry, ...others] = operand.entries;
  if (entry === undefined)
    return place.report(`${kind === "prefix" ? "Prefix" : "Suffix"} expression name not found`);
  const [inner, value] = entry;
  if (inner !== "equals-ignore-case") return place.report(`Unsupported ${kind} pattern: ${inner}`);
  if (value.kind !== "string") return place.member(inner).report(`${inner} match pattern must be a string`);
  if (others.length > 0) return place.report("Only one key allowed in match expression");
  return { kind, value: value.value, ignoreCase: true };
}

function parseWildcard(operand: JsonValue, place: Place): Condition | undefined {
  if (operand.kind !== "string") return place.report("wildcard match pattern must be a string");
  const problem = wildcardProblem(operand.value);
  return problem === undefined ? { kind: "wildcard", pattern: operand.value } : place.report(problem);
}

function parseBlock(operand: JsonValue, place: Place): Condition | undefined {
  // AWS says "prefix" here too
  if (operand.kind !== "string") return place.report("prefix match pattern must be a string");
  const cidr = parseCidr(operand.value);
  if (!cidr.ok) return place.report(cidr.message);
  return { kind: "cidr", block: operand.value, range: cidr.range };
}
