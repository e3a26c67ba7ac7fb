import { nestsDeeper } from "./body.ts";
import { alternativesOf, wildcardIssues } from "./complexity.ts";
import { DIALECTS } from "./dialects.ts";
import { parseGrammar } from "./grammar.ts";
import { MAX_JSON_DEPTH, readJson } from "./json-reader.ts";
import { matchesObject } from "./match.ts";
import type { FilterPolicyIssue, PolicyEntry } from "./policy.ts";

/** A parsed EventBridge event pattern: plain data, made by `parseEventPattern` and valid by construction. */
export type EventPattern = { readonly dialect: "eventbridge"; readonly entries: readonly PolicyEntry[] };

export type EventPatternResult =
  | { ok: true; value: EventPattern; warnings: FilterPolicyIssue[] }
  | { ok: false; issues: FilterPolicyIssue[] };

const { characters, defaultCharacters, alternatives } = DIALECTS.eventbridge.limits;

/**
 * Reads an event pattern as EventBridge does in PutRule: nested as the event is, in the language of filter policies.
 * Issues of the language are in the words that follow `Event pattern is not valid. Reason: ` (first line). Warnings
 * name what the API may refuse and cannot be decided here: the account's length quota, and how much its wildcards
 * cost. Never throws.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 */
export function parseEventPattern(text: string): EventPatternResult {
  if (text.length > characters)
    return refuse(`Event pattern has ${text.length} characters, the limit is ${characters}: make it shorter`);
  const json = readJson(text);
  if (!json.ok) return refuse(json.message);
  const grammar = parseGrammar(json.value, "MessageBody");
  if (!grammar.ok) return grammar;
  const { entries } = grammar;
  if (alternativesOf(entries) > alternatives)
    return refuse(`$or leaves more than ${alternatives} combinations: use fewer alternatives`);
  return { ok: true, value: { dialect: "eventbridge", entries }, warnings: warningsFor(text, entries) };
}

/**
 * Whether EventBridge would send the event to the rule's targets. The event is the whole envelope (`source`,
 * `detail-type`, `detail`, ...) as parsed JSON. Never throws on JSON.
 */
export function matchEventPattern(pattern: EventPattern, event: Readonly<Record<string, unknown>>): boolean {
  return !nestsDeeper(event, MAX_JSON_DEPTH) && matchesObject(pattern.entries, event);
}

function refuse(message: string): EventPatternResult {
  return { ok: false, issues: [{ path: "", message }] };
}

function warningsFor(text: string, entries: readonly PolicyEntry[]): FilterPolicyIssue[] {
  const warnings: FilterPolicyIssue[] = [];
  if (text.length > defaultCharacters)
    warnings.push({
      path: "",
      message: `Event pattern has ${text.length} characters, and EventBridge takes ${defaultCharacters} unless the account's quota was raised: make it shorter or raise the quota`,
    });
  for (const { path } of wildcardIssues(entries))
    warnings.push({
      path,
      message:
        "EventBridge may refuse this many wildcards as too complex: let it test the pattern, or use fewer *",
    });
  return warnings;
}
