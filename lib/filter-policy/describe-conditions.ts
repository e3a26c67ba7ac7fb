import { listed, valueWord, word } from "./phrases.ts";
import type { Condition, Exclusion } from "./policy.ts";

/** What a key must be, as the end of a phrase that begins with the key's name: `is A or B or starts with C`. */
export function describeConditions(conditions: readonly Condition[]): string {
  const exact = conditions.filter((condition) => condition.kind === "exact");
  const exists = conditions.filter((condition) => condition.kind === "exists");
  const others = conditions.filter(({ kind }) => kind !== "exact" && kind !== "exists");
  return [
    ...exists.map(phrase),
    ...(exact.length > 0 ? [`is ${listed(exact.map(({ value }) => valueWord(value)))}`] : []),
    ...others.map(phrase),
  ].join(" or ");
}

function phrase(condition: Condition): string {
  switch (condition.kind) {
    case "exact":
      return `is ${valueWord(condition.value)}`;
    case "exists":
      return condition.exists ? "is present" : "is absent";
    case "prefix":
      return `starts with ${word(condition.value)}${condition.ignoreCase ? " in any letter case" : ""}`;
    case "suffix":
      return `ends with ${word(condition.value)}${condition.ignoreCase ? " in any letter case" : ""}`;
    case "equals-ignore-case":
      return `is ${word(condition.value)} in any letter case`;
    case "wildcard":
      return `matches the pattern ${condition.pattern}`;
    case "cidr":
      return `is an IP address in ${condition.block}`;
    case "numeric":
      return numericPhrase(condition);
    case "anything-but":
      return `is ${exclusionPhrase(condition.exclusion)}`;
    default:
      return condition satisfies never;
  }
}

function numericPhrase({ lower, upper }: Extract<Condition, { kind: "numeric" }>): string {
  if (lower && lower.value === upper?.value) return `equals ${lower.value}`;
  const bounds = [
    ...(lower ? [`${lower.inclusive ? "at least" : "more than"} ${lower.value}`] : []),
    ...(upper ? [`${upper.inclusive ? "at most" : "less than"} ${upper.value}`] : []),
  ];
  return `is ${bounds.join(" and ")}`;
}

function exclusionPhrase({ by, values }: Exclusion): string {
  switch (by) {
    case "value":
      return `anything but ${listed(values.map(valueWord))}`;
    case "prefix":
      return `anything not starting with ${listed(values.map(word))}`;
    case "suffix":
      return `anything not ending with ${listed(values.map(word))}`;
    case "wildcard":
      return `anything not matching the pattern ${listed(values)}`;
    case "equals-ignore-case":
      return `anything but ${listed(values.map(word))} in any letter case`;
    default:
      return by satisfies never;
  }
}
