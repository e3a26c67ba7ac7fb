import { groupName, RESOURCE_POLICY_NAME, ruleName, TARGET_ID } from "./recipe-names.ts";
import { type LogsHome, mayWrite } from "./resource-policy.ts";

/** What somebody asks for: events of a pattern on a bus, written to a log group of this name. */
export type Recipe = { name: string; busName: string; pattern: string; retentionDays: number | null };

export const STEP_KINDS = ["group", "retention", "policy", "rule", "target"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** What AWS has already of what a recipe makes. */
export type RecipeFacts = {
  group: { retentionDays: number | null } | null;
  policies: readonly { name: string; document: string }[];
  rule: { pattern: string | null; enabled: boolean } | null;
  targets: readonly { id: string; arn: string }[];
};

export type PlannedStep = { kind: StepKind } & (
  | { state: "missing" }
  | { state: "present" }
  /** Something else goes by that name: it is left as it is. */
  | { state: "different"; reason: string }
);

/** The log group's ARN, as a rule's target names it. */
export function groupArn({ partition, region, accountId }: LogsHome, name: string): string {
  return `arn:${partition}:logs:${region}:${accountId}:log-group:${groupName(name)}`;
}

/**
 * What has to be made for a recipe, in order. What is there already and equal stays; what is there and different is
 * never overwritten, and then nothing at all should be made.
 */
export function planRecipe(recipe: Recipe, facts: RecipeFacts, home: LogsHome): PlannedStep[] {
  return [
    groupStep(facts),
    retentionStep(recipe, facts),
    policyStep(recipe, facts, home),
    ruleStep(recipe, facts),
    targetStep(recipe, facts, home),
  ];
}

function groupStep({ group }: RecipeFacts): PlannedStep {
  return { kind: "group", state: group ? "present" : "missing" };
}

function retentionStep({ name, retentionDays }: Recipe, { group }: RecipeFacts): PlannedStep {
  if (!group) return { kind: "retention", state: retentionDays === null ? "present" : "missing" };
  if (group.retentionDays === retentionDays) return { kind: "retention", state: "present" };
  const reason = `The log group ${groupName(name)} keeps events ${keptFor(group.retentionDays)}. Ask for the same, or choose another name.`;
  return { kind: "retention", state: "different", reason };
}

const keptFor = (days: number | null) => (days === null ? "for ever" : `for ${days} days`);

function policyStep({ name }: Recipe, { policies }: RecipeFacts, home: LogsHome): PlannedStep {
  const documents = policies.map(({ document }) => document);
  if (mayWrite(documents, groupArn(home, name))) return { kind: "policy", state: "present" };
  if (!policies.some((policy) => policy.name === RESOURCE_POLICY_NAME))
    return { kind: "policy", state: "missing" };
  const reason = `The resource policy ${RESOURCE_POLICY_NAME} of CloudWatch Logs does not let EventBridge write to ${groupName(name)}. Somebody changed it: delete it or put it right first.`;
  return { kind: "policy", state: "different", reason };
}

function ruleStep({ name, pattern }: Recipe, { rule }: RecipeFacts): PlannedStep {
  if (!rule) return { kind: "rule", state: "missing" };
  if (!isSameJson(rule.pattern, pattern)) {
    const reason = `There is a rule ${ruleName(name)} with another event pattern. Choose another name, or remove that rule first.`;
    return { kind: "rule", state: "different", reason };
  }
  if (rule.enabled) return { kind: "rule", state: "present" };
  const reason = `The rule ${ruleName(name)} is there, but disabled. Enable it at AWS, or remove it first.`;
  return { kind: "rule", state: "different", reason };
}

function targetStep({ name }: Recipe, { targets }: RecipeFacts, home: LogsHome): PlannedStep {
  const arn = groupArn(home, name);
  if (targets.some((target) => plainGroupArn(target.arn) === arn))
    return { kind: "target", state: "present" };
  if (!targets.some(({ id }) => id === TARGET_ID)) return { kind: "target", state: "missing" };
  const reason = `The rule ${ruleName(name)} sends to another target. Choose another name, or remove that rule first.`;
  return { kind: "target", state: "different", reason };
}

/** AWS writes a log group's ARN with and without a trailing `:*`. */
function plainGroupArn(arn: string): string {
  return arn.replace(/:\*$/, "");
}

/** Whether two texts hold the same JSON, in whatever order its keys stand. */
export function isSameJson(a: string | null, b: string): boolean {
  if (a === null) return false;
  try {
    return canonical(JSON.parse(a)) === canonical(JSON.parse(b));
  } catch {
    return false;
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
