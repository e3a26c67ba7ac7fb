import "server-only";
import type { AwsPorts, EventBus } from "@/lib/aws/ports";
import { AppError } from "@/lib/errors";
import { groupName, RESOURCE_POLICY_NAME, ruleName, TARGET_ID } from "../recipe-names.ts";
import { groupArn, type Recipe, type RecipeFacts, type StepKind } from "../recipe-plan.ts";
import { type LogsHome, resourcePolicyDocument } from "../resource-policy.ts";

/** Where a recipe is carried out. */
export type RecipePlace = { aws: AwsPorts; home: LogsHome };

/** The account, region and partition of a bus, in which its log groups are as well. */
export function homeOf({ arn }: EventBus): LogsHome {
  const [, partition = "aws", , region = "", accountId = ""] = arn.split(":");
  return { partition, region, accountId };
}

/** What AWS has of what the recipe makes. */
export async function readFacts({ busName, name }: Recipe, { aws, home }: RecipePlace): Promise<RecipeFacts> {
  const { region } = home;
  const rule = await aws.events.findRule(region, busName, ruleName(name));
  const [group, policies, targets] = await Promise.all([
    aws.logs.findGroup(region, groupName(name)),
    aws.logs.listResourcePolicies(region),
    rule ? aws.events.listTargets(region, busName, rule.name) : [],
  ]);
  return { group, policies, rule, targets };
}

/** Carries out one step of a recipe, which `planRecipe` found missing. */
export async function makeStep(kind: StepKind, recipe: Recipe, { aws, home }: RecipePlace) {
  const { name, busName, pattern, retentionDays } = recipe;
  const { region } = home;
  switch (kind) {
    case "group":
      return aws.logs.createGroup(region, groupName(name));
    case "retention":
      return retentionDays === null
        ? undefined
        : aws.logs.setRetention(region, groupName(name), retentionDays);
    case "policy":
      return aws.logs.putResourcePolicy(region, {
        name: RESOURCE_POLICY_NAME,
        document: resourcePolicyDocument(home),
      });
    case "rule":
      return aws.events.putRule(region, { name: ruleName(name), busName, pattern, description: DESCRIPTION });
    case "target":
      return aws.events.putTarget(region, busName, ruleName(name), {
        id: TARGET_ID,
        arn: groupArn(home, name),
      });
    default:
      return kind satisfies never;
  }
}

const DESCRIPTION = "Writes events of Proactive Notifications to a CloudWatch log group.";

/** Takes back what `makeStep` made; what is not there (any more) counts as taken back. */
export async function undoStep(kind: StepKind, { name, busName }: Recipe, { aws, home }: RecipePlace) {
  const { region } = home;
  const undo = async () => {
    switch (kind) {
      case "group":
        return aws.logs.deleteGroup(region, groupName(name));
      case "retention":
        // it goes with its log group, which this run made as well
        return undefined;
      case "policy":
        return aws.logs.deleteResourcePolicy(region, RESOURCE_POLICY_NAME);
      case "rule":
        return aws.events.deleteRule(region, busName, ruleName(name));
      case "target":
        return aws.events.removeTarget(region, busName, ruleName(name), TARGET_ID);
      default:
        return kind satisfies never;
    }
  };
  await undo().catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === "not_found")) throw error;
  });
}
