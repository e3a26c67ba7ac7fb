import { type AddressRange, containsAddress, parseAddress } from "./ip-address.ts";
import { anyCase, endsWithAnyCase, equalsAnyCase, startsWithAnyCase } from "./letter-case.ts";
import type { Condition, Exclusion, NumericBound, Scalar } from "./policy.ts";
import { matchesWildcard, wildcardParts } from "./wildcard.ts";

/** What one key demands, ready to be asked about values. */
export type KeyTest = {
  readonly accepts: (value: Scalar) => boolean;
  readonly acceptsAbsence: boolean;
};

type ValueTest = (value: Scalar) => boolean;

/** Makes one test of a key's conditions: a value passes when it satisfies any of them. */
export function compileConditions(conditions: readonly Condition[]): KeyTest {
  const exact = new Set<Scalar>();
  for (const condition of conditions) if (condition.kind === "exact") exact.add(condition.value);
  const tests = conditions.map(conditionTest).filter((test) => test !== undefined);
  const ranges = conditions.map(addressRange).filter((range) => range !== undefined);
  if (ranges.length > 0) tests.push(addressTest(ranges));
  return {
    accepts: (value) => exact.has(value) || tests.some((test) => test(value)),
    acceptsAbsence: conditions.some((condition) => condition.kind === "exists" && !condition.exists),
  };
}

/** The test of one condition; undefined for those that are looked up together. */
function conditionTest(condition: Condition): ValueTest | undefined {
  switch (condition.kind) {
    case "exact":
    case "cidr":
      return undefined;
    case "exists":
      return condition.exists ? () => true : undefined;
    case "prefix":
    case "suffix":
      return condition.ignoreCase
        ? anyCaseAffixTest(condition.kind, condition.value)
        : affixTest(condition.kind, condition.value);
    case "equals-ignore-case": {
      const pattern = anyCase(condition.value);
      return textTest((text) => equalsAnyCase(pattern, text));
    }
    case "wildcard":
      return wildcardTest(condition.pattern);
    case "numeric":
      return numericTest(condition.lower, condition.upper);
    case "anything-but": {
      const excluded = exclusionTests(condition.exclusion);
      return (value) => !excluded.some((test) => test(value));
    }
    default:
      return condition satisfies never;
  }
}

function exclusionTests({ by, values }: Exclusion): ValueTest[] {
  if (by === "value") {
    const excluded = new Set<Scalar>(values);
    return [(value) => excluded.has(value)];
  }
  switch (by) {
    case "prefix":
    case "suffix":
      return values.map((value) => affixTest(by, value));
    case "wildcard":
      return values.map(wildcardTest);
    case "equals-ignore-case":
      return values.map((value) => {
        const pattern = anyCase(value);
        return textTest((text) => equalsAnyCase(pattern, text));
      });
    default:
      return by satisfies never;
  }
}

function textTest(test: (text: string) => boolean): ValueTest {
  return (value) => typeof value === "string" && test(value);
}

function affixTest(kind: "prefix" | "suffix", affix: string): ValueTest {
  return textTest(kind === "prefix" ? (text) => text.startsWith(affix) : (text) => text.endsWith(affix));
}

function anyCaseAffixTest(kind: "prefix" | "suffix", affix: string): ValueTest {
  const pattern = anyCase(affix);
  const test = kind === "prefix" ? startsWithAnyCase : endsWithAnyCase;
  return textTest((text) => test(pattern, text));
}

function wildcardTest(pattern: string): ValueTest {
  const parts = wildcardParts(pattern);
  return textTest((text) => matchesWildcard(parts, text));
}

function numericTest(lower: NumericBound | undefined, upper: NumericBound | undefined): ValueTest {
  return (value) =>
    typeof value === "number" &&
    (!lower || value > lower.value || (lower.inclusive && value === lower.value)) &&
    (!upper || value < upper.value || (upper.inclusive && value === upper.value));
}

/** The engine compares an exact text that is an IP address by address, so spellings of one IPv6 address agree. */
function addressRange(condition: Condition): AddressRange | undefined {
  if (condition.kind === "cidr") return condition.range;
  if (condition.kind !== "exact" || typeof condition.value !== "string") return undefined;
  const address = parseAddress(condition.value);
  return address === undefined ? undefined : { first: address, last: address };
}

function addressTest(ranges: readonly AddressRange[]): ValueTest {
  return textTest((text) => {
    const address = parseAddress(text);
    return address !== undefined && ranges.some((range) => containsAddress(range, address));
  });
}
