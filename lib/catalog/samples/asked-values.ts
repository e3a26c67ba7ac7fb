import type { Condition, PolicyEntry } from "../../filter-policy/index.ts";

const VALUES_MAX = 5;

/**
 * Values that a policy asks of one key, an example for each place where it names the key: the first value it
 * accepts. Empty where it does not name the key, or accepts it by what it is not.
 */
export function askedValues(entries: readonly PolicyEntry[], key: string): readonly string[] {
  return [...new Set(valuesIn(entries, key))].slice(0, VALUES_MAX);
}

function valuesIn(entries: readonly PolicyEntry[], key: string): string[] {
  return entries.flatMap((entry) => {
    switch (entry.kind) {
      case "leaf":
        return entry.key === key ? firstExample(entry.conditions) : [];
      case "nested":
        return [];
      case "or":
        return entry.branches.flatMap((branch) => valuesIn(branch, key));
      default:
        return entry satisfies never;
    }
  });
}

function firstExample(conditions: readonly Condition[]): string[] {
  const examples = conditions.map(exampleOf).filter((example) => example !== undefined);
  return examples.slice(0, 1);
}

/** A text that the condition accepts, as long as one can be told. */
function exampleOf(condition: Condition): string | undefined {
  switch (condition.kind) {
    case "exact":
      return typeof condition.value === "string" ? condition.value : undefined;
    case "equals-ignore-case":
      return condition.value;
    case "prefix":
      return `${condition.value}example`;
    case "suffix":
      return `example${condition.value}`;
    case "wildcard":
      return condition.pattern.replaceAll(/\\(.)|\*/g, (_, escaped?: string) => escaped ?? "example");
    case "cidr":
    case "numeric":
    case "exists":
    case "anything-but":
      return undefined;
    default:
      return condition satisfies never;
  }
}
