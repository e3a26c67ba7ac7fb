import "server-only";
import { liveAws } from "@/lib/aws/live";
import type { AwsPorts, EventRule } from "@/lib/aws/ports";
import { readEnv } from "@/lib/env";
import { groupName, RULE_PREFIX } from "../recipe-names.ts";
import { groupArn } from "../recipe-plan.ts";
import { type LogsHome, mayWrite } from "../resource-policy.ts";
import { getBus } from "./get-bus.ts";
import { homeOf } from "./recipe-calls.ts";

/** A rule that the console made, and whether everything that its events need is there. */
export type CheckedRecipe = {
  name: string;
  busName: string;
  pattern: string | null;
  logGroup: string;
  checks: { enabled: boolean; target: boolean; group: boolean; policy: boolean };
};

/**
 * The rules of a bus that the console made, checked as they are at AWS now.
 * @throws AppError "not_found" without the bus, or what AWS refused.
 */
export async function listRecipes(busName: string, aws: AwsPorts = liveAws()): Promise<CheckedRecipe[]> {
  const home = homeOf(await getBus(readEnv().awsRegion, busName, aws));
  const rules = await aws.events.listRules(home.region, busName, RULE_PREFIX);
  if (rules.length === 0) return [];
  const policies = await aws.logs.listResourcePolicies(home.region);
  const documents = policies.map(({ document }) => document);
  const checked: CheckedRecipe[] = [];
  // one after the other: an account has few of them, and EventBridge's quotas for reading rules are low
  for (const rule of rules) checked.push(await check(rule, busName, home, documents, aws));
  return checked;
}

async function check(
  rule: EventRule,
  busName: string,
  home: LogsHome,
  documents: readonly string[],
  aws: AwsPorts,
): Promise<CheckedRecipe> {
  const name = rule.name.slice(RULE_PREFIX.length);
  const arn = groupArn(home, name);
  const targets = await aws.events.listTargets(home.region, busName, rule.name);
  const group = await aws.logs.findGroup(home.region, groupName(name));
  return {
    name,
    busName,
    pattern: rule.pattern,
    logGroup: groupName(name),
    checks: {
      enabled: rule.enabled,
      target: targets.some((target) => target.arn.replace(/:\*$/, "") === arn),
      group: group !== null,
      policy: mayWrite(documents, arn),
    },
  };
}
