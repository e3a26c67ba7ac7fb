export type { MessageAttribute } from "./attributes.ts";
export { type Contributor, FILTER_POLICY_LIMITS, WILDCARD_LIMITS } from "./complexity.ts";
export { describeFilterPolicy } from "./describe.ts";
export { formatFilterPolicy } from "./format.ts";
export { type FilterableMessage, matchFilterPolicy } from "./match.ts";
export { type FilterPolicyMeasure, measureFilterPolicy } from "./measure.ts";
export { type ParseResult, parseFilterPolicy } from "./parse.ts";
export type {
  Condition,
  Exclusion,
  FilterPolicy,
  FilterPolicyIssue,
  FilterPolicyScope,
  NumericBound,
  PolicyEntry,
  Scalar,
} from "./policy.ts";
