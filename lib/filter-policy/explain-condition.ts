import { compileConditions } from "./compile-conditions.ts";
import type { ConditionOutcome, Found, ValueType } from "./explanation.ts";
import { anyCase, endsWithAnyCase, equalsAnyCase, startsWithAnyCase } from "./letter-case.ts";
import type { Condition, Scalar } from "./policy.ts";

/** Whether one condition holds for what a message has under its key; `isAbsent` as decided with the other keys. */
export function explainCondition(condition: Condition, found: Found, isAbsent: boolean): ConditionOutcome {
  if (condition.kind === "exists" && !condition.exists && isAbsent) return { kind: "heldByAbsence" };
  if (found.kind !== "values") return { kind: found.kind };
  const { values } = found;
  const { accepts } = compileConditions([condition]);
  const accepted = values.find(accepts);
  if (accepted !== undefined) return { kind: "held", value: accepted };
  return refusal(condition, values);
}

function refusal(condition: Condition, values: readonly Scalar[]): ConditionOutcome {
  if (condition.kind === "exists") return { kind: "present" };
  if (condition.kind === "anything-but") return { kind: "excluded" };
  const wanted = wantedType(condition);
  const found = [...new Set(values.map(typeOf))];
  if (!found.includes(wanted)) return { kind: "otherType", wanted, found };
  const inOtherCase = values.find((value) => typeof value === "string" && fitsInAnyCase(condition, value));
  return typeof inOtherCase === "string" ? { kind: "letterCase", value: inOtherCase } : { kind: "different" };
}

type Comparing = Exclude<Condition, { kind: "exists" | "anything-but" }>;

function wantedType(condition: Comparing): ValueType {
  switch (condition.kind) {
    case "exact":
      return typeOf(condition.value);
    case "numeric":
      return "number";
    case "prefix":
    case "suffix":
    case "equals-ignore-case":
    case "wildcard":
    case "cidr":
      return "text";
    default:
      return condition satisfies never;
  }
}

function typeOf(value: Scalar): ValueType {
  if (value === null) return "null";
  if (typeof value === "string") return "text";
  return typeof value === "number" ? "number" : "boolean";
}

function fitsInAnyCase(condition: Comparing, text: string): boolean {
  switch (condition.kind) {
    case "exact":
      return typeof condition.value === "string" && equalsAnyCase(anyCase(condition.value), text);
    case "prefix":
      return startsWithAnyCase(anyCase(condition.value), text);
    case "suffix":
      return endsWithAnyCase(anyCase(condition.value), text);
    case "equals-ignore-case":
    case "wildcard":
    case "cidr":
    case "numeric":
      return false;
    default:
      return condition satisfies never;
  }
}
