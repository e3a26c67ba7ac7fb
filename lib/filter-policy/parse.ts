import { FILTER_POLICY_LIMITS, limitIssues } from "./complexity.ts";
import { parseGrammar } from "./grammar.ts";
import { readJson } from "./json-reader.ts";
import { readPlainPolicy } from "./plain-policy.ts";
import type { FilterPolicy, FilterPolicyIssue, FilterPolicyScope, PolicyEntry } from "./policy.ts";

export type ParseResult = { ok: true; value: FilterPolicy } | { ok: false; issues: FilterPolicyIssue[] };

/**
 * Reads a filter policy as SNS does when it is set: JSON, then the language, then the limits. On failure
 * it returns every issue found at the stage that failed, the one SNS would answer with first, in SNS's own
 * words as they follow `FilterPolicy: ` (first line) where those are known. `{}` is valid and stands for every
 * message, as SNS documents for removing a policy. Never throws.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 */
export function parseFilterPolicy(text: string, scope: FilterPolicyScope = "MessageAttributes"): ParseResult {
  const plain = readPlainPolicy(text);
  if (plain !== undefined) return accept(scope, plain);
  if (utf8Bytes(text) > FILTER_POLICY_LIMITS.bytes)
    return refuse(`Filter policy is larger than ${FILTER_POLICY_LIMITS.bytes / 1024} KB: make it shorter`);
  const json = readJson(text);
  if (!json.ok) return refuse(`failed to parse JSON. ${json.message}`);
  if (json.value?.kind === "object" && json.value.entries.length === 0) return accept(scope, []);
  const grammar = parseGrammar(json.value, scope);
  if (!grammar.ok) return grammar;
  const issues = limitIssues(grammar.entries);
  return issues.length === 0 ? accept(scope, grammar.entries) : { ok: false, issues };
}

function accept(scope: FilterPolicyScope, entries: readonly PolicyEntry[]): ParseResult {
  return { ok: true, value: deepFreeze({ scope, entries }) };
}

function refuse(message: string): ParseResult {
  return { ok: false, issues: [{ path: "", message }] };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  Object.freeze(value);
  // for-in makes no list of the members, which for thousands of policies shows
  for (const member in value) deepFreeze(value[member]);
  return value;
}

function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
