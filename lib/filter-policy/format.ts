import type { JsonValue } from "./json-reader.ts";
import type { Condition, Exclusion, FilterPolicy, PolicyEntry, Scalar } from "./policy.ts";

/**
 * The policy as JSON text, in the order it was written: what SNS stores. Compact, or on several lines with
 * `indent` spaces per level. An event pattern is written the same way. Parsing the text again in the same scope gives an equal policy.
 */
export function formatFilterPolicy(policy: Pick<FilterPolicy, "entries">, indent = 0): string {
  return print(objectOf(policy.entries), indent, "");
}

function objectOf(entries: readonly PolicyEntry[]): JsonValue {
  return { kind: "object", entries: entries.map((entry) => [entryKey(entry), entryValue(entry)] as const) };
}

function entryKey(entry: PolicyEntry): string {
  return entry.kind === "or" ? "$or" : entry.key;
}

function entryValue(entry: PolicyEntry): JsonValue {
  switch (entry.kind) {
    case "leaf":
      return { kind: "array", items: entry.conditions.map(conditionValue) };
    case "nested":
      return objectOf(entry.entries);
    case "or":
      return { kind: "array", items: entry.branches.map(objectOf) };
    default:
      return entry satisfies never;
  }
}

function conditionValue(condition: Condition): JsonValue {
  switch (condition.kind) {
    case "exact":
      return scalar(condition.value);
    case "prefix":
    case "suffix": {
      const value = scalar(condition.value);
      return operation(condition.kind, condition.ignoreCase ? operation("equals-ignore-case", value) : value);
    }
    case "equals-ignore-case":
      return operation(condition.kind, scalar(condition.value));
    case "wildcard":
      return operation(condition.kind, scalar(condition.pattern));
    case "cidr":
      return operation(condition.kind, scalar(condition.block));
    case "numeric":
      return operation(condition.kind, { kind: "array", items: numericItems(condition).map(scalar) });
    case "exists":
      return operation(condition.kind, scalar(condition.exists));
    case "anything-but":
      return operation(condition.kind, exclusionValue(condition.exclusion));
    default:
      return condition satisfies never;
  }
}

function exclusionValue({ by, values }: Exclusion): JsonValue {
  const [only, ...others] = values.map(scalar);
  const value: JsonValue =
    only !== undefined && others.length === 0 ? only : { kind: "array", items: values.map(scalar) };
  return by === "value" ? value : operation(by, value);
}

function numericItems({ lower, upper }: Extract<Condition, { kind: "numeric" }>): (string | number)[] {
  if (lower && lower.value === upper?.value) return ["=", lower.value];
  return [
    ...(lower ? [lower.inclusive ? ">=" : ">", lower.value] : []),
    ...(upper ? [upper.inclusive ? "<=" : "<", upper.value] : []),
  ];
}

function operation(operator: string, operand: JsonValue): JsonValue {
  return { kind: "object", entries: [[operator, operand]] };
}

function scalar(value: Scalar): JsonValue {
  if (typeof value === "string") return { kind: "string", value };
  if (typeof value === "number") return { kind: "number", value, text: String(value) };
  return { kind: "literal", value };
}

// JSON.stringify would need objects, and objects move keys that look like numbers to the front
function print(value: JsonValue, indent: number, margin: string): string {
  switch (value.kind) {
    case "number":
      return value.text;
    case "string":
    case "literal":
      return JSON.stringify(value.value);
    case "array":
      return lines(
        "[",
        value.items.map((item) => print(item, indent, margin + " ".repeat(indent))),
        "]",
      );
    case "object":
      return lines(
        "{",
        value.entries.map(([key, member]) => {
          const text = print(member, indent, margin + " ".repeat(indent));
          return `${JSON.stringify(key)}:${indent > 0 ? " " : ""}${text}`;
        }),
        "}",
      );
    default:
      return value satisfies never;
  }

  function lines(open: string, parts: string[], close: string): string {
    if (indent === 0 || parts.length === 0) return `${open}${parts.join(",")}${close}`;
    const inner = `\n${margin}${" ".repeat(indent)}`;
    return `${open}${inner}${parts.join(`,${inner}`)}\n${margin}${close}`;
  }
}
