import { type Condition, onText, present, textOperand } from "./condition.ts";
import type { JsonNode, JsonScalar } from "./json.ts";
import { FilterPolicyProblem } from "./problem.ts";
import { ignoringCase, parseWildcard } from "./text-patterns.ts";

const TOO_MANY = "Too many elements in numeric expression";

/**
 * Reads the operand of `anything-but`: one string or number, a list of either, or one of the four text operators
 * with a string or a list of strings. Admits every value that none of them matches, of whatever type; the key
 * has to be there. Throws `FilterPolicyProblem`.
 */
export function anythingBut(operand: JsonNode): Condition {
  if (operand.kind !== "object") return present(noneOf(excludedScalars(operand)));
  const [inner, ...extra] = operand.members;
  if (!inner) throw new FilterPolicyProblem("Anything-But expression name not found");
  const condition = notMatching(inner.name, inner.value);
  if (extra.length > 0) throw new FilterPolicyProblem(TOO_MANY);
  return condition;
}

function noneOf(excluded: readonly JsonScalar[]): (value: JsonScalar) => boolean {
  return (value) => !excluded.some((one) => one.kind === value.kind && one.value === value.value);
}

function excludedScalars(operand: JsonNode): JsonScalar[] {
  if (operand.kind === "string" || operand.kind === "number") return [operand];
  if (operand.kind !== "array") throw notAList();
  const scalars = operand.items.map((item) => {
    if (item.kind === "string" || item.kind === "number") return item;
    throw new FilterPolicyProblem("Inside anything but list, start|null|boolean is not supported.");
  });
  if (new Set(scalars.map((scalar) => scalar.kind)).size !== 1)
    throw new FilterPolicyProblem(
      "Inside anything but list, either all values are number or string, mixed type is not supported",
    );
  return scalars;
}

function notMatching(operator: string, operand: JsonNode): Condition {
  switch (operator) {
    case "prefix":
      return unless(affixes(operand).map((prefix) => (value: string) => value.startsWith(prefix)));
    case "suffix":
      return unless(affixes(operand).map((suffix) => (value: string) => value.endsWith(suffix)));
    case "equals-ignore-case":
      return unless(foldedTexts(operand).map((text) => ignoringCase(text, "whole")));
    case "wildcard": {
      const patterns = list(operand).map((item) => parseWildcard(textOperand("wildcard", item)));
      return unless(
        patterns.map(({ matches }) => matches),
        patterns.map(({ stars }) => stars),
      );
    }
    default:
      throw new FilterPolicyProblem(`Unsupported anything-but pattern: ${operator}`);
  }
}

function unless(
  tests: readonly ((value: string) => boolean)[],
  wildcards: readonly number[] = [],
): Condition {
  const matches = onText((value) => tests.some((test) => test(value)));
  return present((value) => !matches(value), wildcards);
}

function affixes(operand: JsonNode): string[] {
  return list(operand).map((item) => {
    const affix = textOperand("prefix/suffix", item);
    if (affix === "") throw new FilterPolicyProblem("Null prefix/suffix not allowed");
    return affix;
  });
}

function foldedTexts(operand: JsonNode): string[] {
  return list(operand).map((item) => {
    if (item.kind === "string") return item.value;
    throw new FilterPolicyProblem(
      "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
    );
  });
}

function list(operand: JsonNode): readonly JsonNode[] {
  if (operand.kind === "array") return operand.items;
  if (operand.kind === "string" || operand.kind === "number") return [operand];
  throw notAList();
}

function notAList(): FilterPolicyProblem {
  return new FilterPolicyProblem("Value of anything-but must be an array or single string/number value.");
}
