import { anythingBut } from "./anything-but.ts";
import { cidrBlock, sameAddress } from "./cidr.ts";
import { type Admits, type Condition, onText, present, textOperand } from "./condition.ts";
import type { JsonNode, JsonScalar } from "./json.ts";
import { numericRange } from "./numeric.ts";
import { FilterPolicyProblem } from "./problem.ts";
import { ignoringCase, parseWildcard } from "./text-patterns.ts";

const ONE_KEY = "Only one key allowed in match expression";
const TOO_MANY = "Too many elements in numeric expression";

/**
 * Reads one entry of a key's array: a scalar, or an object with one operator. Throws `FilterPolicyProblem` with
 * the words of AWS's engine (https://github.com/aws/event-ruler), which stops at the first fault from the left.
 */
export function readCondition(node: JsonNode): Condition {
  if (node.kind === "array")
    throw new FilterPolicyProblem("Match value must be String, number, true, false, or null");
  if (node.kind !== "object") return present(equalTo(node));
  const [expression, ...extra] = node.members;
  if (!expression) throw new FilterPolicyProblem("Match expression name not found");
  const read = OPERATORS.get(expression.name);
  if (!read) throw new FilterPolicyProblem(`Unrecognized match type ${expression.name}`);
  const condition = read(expression.value);
  if (extra.length > 0)
    throw new FilterPolicyProblem(WORDED_AS_NUMBERS.has(expression.name) ? TOO_MANY : ONE_KEY);
  return condition;
}

/** The engine speaks of a numeric expression whenever one of these is followed by a second operator. */
const WORDED_AS_NUMBERS: ReadonlySet<string> = new Set(["numeric", "anything-but"]);

const OPERATORS: ReadonlyMap<string, (operand: JsonNode) => Condition> = new Map([
  ["exactly", (operand) => present(equalTo({ kind: "string", value: textOperand("exact", operand) }))],
  ["prefix", (operand) => present(onText(prefix(operand)))],
  ["suffix", (operand) => present(onText(suffix(operand)))],
  ["equals-ignore-case", (operand) => present(onText(ignoringCase(folded(operand), "whole")))],
  ["wildcard", wildcard],
  // the engine really says "prefix" here
  ["cidr", (operand) => present(cidrBlock(textOperand("prefix", operand)))],
  ["numeric", (operand) => present(numericRange(operand))],
  ["exists", exists],
  ["anything-but", anythingBut],
]);

function equalTo(expected: JsonScalar): Admits {
  if (expected.kind !== "string")
    return (value) => value.kind === expected.kind && value.value === expected.value;
  return sameAddress(expected.value) ?? onText((value) => value === expected.value);
}

function prefix(operand: JsonNode): (value: string) => boolean {
  if (operand.kind === "object") return ignoringCase(innerText("prefix", operand.members), "prefix");
  const expected = textOperand("prefix", operand);
  return (value) => value.startsWith(expected);
}

function suffix(operand: JsonNode): (value: string) => boolean {
  if (operand.kind === "object") return ignoringCase(innerText("suffix", operand.members), "suffix");
  const expected = textOperand("suffix", operand);
  return (value) => value.endsWith(expected);
}

function innerText(operator: "prefix" | "suffix", members: readonly { name: string; value: JsonNode }[]) {
  const [inner, ...extra] = members;
  if (!inner)
    throw new FilterPolicyProblem(`${operator === "prefix" ? "Prefix" : "Suffix"} expression name not found`);
  if (inner.name !== "equals-ignore-case")
    throw new FilterPolicyProblem(`Unsupported ${operator} pattern: ${inner.name}`);
  const text = folded(inner.value);
  if (extra.length > 0) throw new FilterPolicyProblem(ONE_KEY);
  return text;
}

function folded(operand: JsonNode): string {
  return textOperand("equals-ignore-case", operand);
}

function wildcard(operand: JsonNode): Condition {
  const { matches, stars } = parseWildcard(textOperand("wildcard", operand));
  return present(onText(matches), [stars]);
}

function exists(operand: JsonNode): Condition {
  if (operand.kind !== "literal" || operand.value === null)
    throw new FilterPolicyProblem("exists match pattern must be either true or false.");
  return operand.value ? present(() => true) : { kind: "absent" };
}
