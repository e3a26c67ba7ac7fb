import { groupName, RESOURCE_POLICY_NAME, ruleName, TARGET_ID } from "../recipe-names.ts";
import type { Recipe } from "../recipe-plan.ts";
import { resourcePolicyDocument } from "../resource-policy.ts";

/**
 * The recipe as a POSIX shell script for the AWS CLI. Run again it changes nothing; a rule of the same name is replaced,
 * as put-rule does.
 */
export function recipeToCli({ name, busName, pattern, retentionDays }: Recipe, region: string): string {
  // the account is known only where the script runs: the shell puts it in between two quoted parts
  const inAccount = (text: string) => quoted(text).replaceAll(ACCOUNT, `'"$account"'`);
  const partition = partitionOf(region);
  const group = `arn:${partition}:logs:${region}:${ACCOUNT}:log-group:${groupName(name)}`;
  const policy = resourcePolicyDocument({ partition, region, accountId: ACCOUNT });
  const retention =
    retentionDays === null
      ? ""
      : `aws logs put-retention-policy --region ${region} --log-group-name ${quoted(groupName(name))} --retention-in-days ${retentionDays}\n\n`;
  return `#!/bin/sh
set -eu

account=$(aws sts get-caller-identity --query Account --output text)

aws logs create-log-group --region ${region} --log-group-name ${quoted(groupName(name))} ||
  aws logs describe-log-groups --region ${region} --log-group-name-prefix ${quoted(groupName(name))}

${retention}aws logs put-resource-policy --region ${region} --policy-name ${RESOURCE_POLICY_NAME} \\
  --policy-document ${inAccount(policy)}

aws events put-rule --region ${region} --event-bus-name ${quoted(busName)} --name ${quoted(ruleName(name))} \\
  --event-pattern ${quoted(pattern)}

aws events put-targets --region ${region} --event-bus-name ${quoted(busName)} --rule ${quoted(ruleName(name))} \\
  --targets ${inAccount(JSON.stringify([{ Id: TARGET_ID, Arn: group }]))}
`;
}

/** What no name of a recipe can hold. */
const ACCOUNT = "{account}";

function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** Nothing is special between single quotes but the single quote itself (POSIX shell, quoting). */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
