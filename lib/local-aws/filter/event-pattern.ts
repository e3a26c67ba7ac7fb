import { isMet } from "./evaluate.ts";
import { bodyFields } from "./fields.ts";
import { type JsonNode, JsonProblem, parseLeadingJson } from "./json.ts";
import { type Branch, readRules } from "./policy.ts";
import { FilterPolicyProblem } from "./problem.ts";
import { remember } from "./remember.ts";

type Reading = { branches: readonly Branch[] } | { problem: string };

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html */
const MAX_BRANCHES = 1000;

const readPattern = remember((text): Reading => {
  try {
    return { branches: readRules(parsePattern(text), "MessageBody", checkBranchCount) };
  } catch (error) {
    if (error instanceof FilterPolicyProblem) return { problem: error.message };
    throw error;
  }
});

/**
 * Why EventBridge refuses an event pattern: the first line of what follows `Event pattern is not valid. Reason: `, or
 * null when it takes it. The language is that of filter policies on bodies without SNS's limits; how much wildcards
 * may cost is not checked. Never throws.
 */
export function eventPatternProblem(pattern: string): string | null {
  const reading = readPattern(pattern);
  return "problem" in reading ? reading.problem : null;
}

/**
 * A test for the patterns that take an event, a whole envelope as JSON text. Answers like AWS's engine
 * (https://github.com/aws/event-ruler); an unreadable pattern takes nothing. Never throws.
 */
export function patternsFor(event: string): (pattern: string) => boolean {
  const fields = bodyFields(event);
  return (pattern) => {
    const reading = readPattern(pattern);
    if ("problem" in reading || fields === null) return false;
    return reading.branches.some((branch) => isMet(branch, fields));
  };
}

function parsePattern(text: string): JsonNode | null {
  try {
    return parseLeadingJson(text);
  } catch (error) {
    if (error instanceof JsonProblem) throw new FilterPolicyProblem(error.message);
    throw error;
  }
}

function checkBranchCount({ length }: readonly Branch[]): void {
  if (length > MAX_BRANCHES)
    throw new FilterPolicyProblem(`$or makes more than ${MAX_BRANCHES} combinations`);
}
