import type { Admits } from "./condition.ts";
import type { JsonNode } from "./json.ts";
import { FilterPolicyProblem } from "./problem.ts";

type Holds = (value: number) => boolean;

/**
 * Reads the operand of `numeric`: `["=", x]`, one bound, or a lower bound followed by an upper one
 * (https://docs.aws.amazon.com/sns/latest/dg/numeric-value-matching.html). Throws `FilterPolicyProblem`.
 */
export function numericRange(operand: JsonNode): Admits {
  if (operand.kind !== "array") throw new FilterPolicyProblem("Value of numeric must be an array.");
  const holds = expression(operand.items);
  return (value) => value.kind === "number" && holds(value.value);
}

function expression([first, bound, ...rest]: readonly JsonNode[]): Holds {
  if (first?.kind !== "string")
    throw new FilterPolicyProblem(`Invalid member in numeric match: ${source(first)}`);
  const operator = first.value;
  switch (operator) {
    case "=":
    case "<":
    case "<=": {
      const limit = numberAfter(operator === "=" ? "equals" : operator, bound);
      if (rest.length > 0) throw new FilterPolicyProblem("Too many elements in numeric expression");
      if (operator === "=") return (value) => value === limit;
      return upTo(operator, limit);
    }
    case ">":
    case ">=": {
      const bottom = numberAfter(operator, bound);
      const above: Holds = operator === ">" ? (value) => value > bottom : (value) => value >= bottom;
      if (rest.length === 0) return above;
      const below = upperBound(rest, bottom);
      return (value) => above(value) && below(value);
    }
    default:
      throw new FilterPolicyProblem(`Unrecognized numeric range operator: ${operator}`);
  }
}

function upperBound([second, bound, ...rest]: readonly JsonNode[], bottom: number): Holds {
  if (second?.kind !== "string")
    throw new FilterPolicyProblem(`Bad value in numeric range: ${source(second)}`);
  const operator = second.value;
  if (operator !== "<" && operator !== "<=")
    throw new FilterPolicyProblem(`Bad numeric range operator: ${operator}`);
  const top = numberAfter(operator, bound);
  if (rest.length > 0) throw new FilterPolicyProblem("Too many terms in numeric range expression");
  if (bottom >= top) throw new FilterPolicyProblem("Bottom must be less than top");
  return upTo(operator, top);
}

function upTo(operator: "<" | "<=", top: number): Holds {
  return operator === "<" ? (value) => value < top : (value) => value <= top;
}

function numberAfter(operator: string, bound: JsonNode | undefined): number {
  if (bound?.kind !== "number") throw new FilterPolicyProblem(`Value of ${operator} must be numeric`);
  return bound.value;
}

/** How the engine quotes a surprising element: scalars as written, containers by their opening bracket. */
function source(node: JsonNode | undefined): string {
  if (node === undefined) return "]";
  switch (node.kind) {
    case "string":
      return node.value;
    case "number":
      return node.text;
    case "literal":
      return String(node.value);
    case "array":
      return "[";
    case "object":
      return "{";
    default:
      return node satisfies never;
  }
}
