import { groupName, RESOURCE_POLICY_NAME, ruleName, TARGET_ID } from "../recipe-names.ts";
import type { Recipe } from "../recipe-plan.ts";

/** The recipe as Terraform for the AWS provider, with nothing of the account in it. */
export function recipeToTerraform({ name, busName, pattern, retentionDays }: Recipe): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^(?=\d)/, "_");
  const group = [`  name = ${quoted(groupName(name))}`];
  if (retentionDays !== null) group.push(`  retention_in_days = ${retentionDays}`);
  return `data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
data "aws_partition" "current" {}

resource "aws_cloudwatch_log_group" "${id}" {
${group.join("\n")}
}

resource "aws_cloudwatch_log_resource_policy" "event_logs" {
  policy_name = ${quoted(RESOURCE_POLICY_NAME)}
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = ["events.amazonaws.com", "delivery.logs.amazonaws.com"] }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:\${data.aws_partition.current.partition}:logs:\${data.aws_region.current.name}:\${data.aws_caller_identity.current.account_id}:log-group:/aws/events/*:*"
    }]
  })
}

resource "aws_cloudwatch_event_rule" "${id}" {
  name           = ${quoted(ruleName(name))}
  event_bus_name = ${quoted(busName)}
  event_pattern  = jsonencode(${inHcl(indented(pattern))})
}

resource "aws_cloudwatch_event_target" "${id}" {
  rule           = aws_cloudwatch_event_rule.${id}.name
  event_bus_name = aws_cloudwatch_event_rule.${id}.event_bus_name
  target_id      = ${quoted(TARGET_ID)}
  arn            = aws_cloudwatch_log_group.${id}.arn
  depends_on     = [aws_cloudwatch_log_resource_policy.event_logs]
}
`;
}

function indented(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2).replaceAll("\n", "\n  ");
}

function quoted(text: string): string {
  return inHcl(JSON.stringify(text));
}

/**
 * JSON with its strings as HCL reads them: HCL knows neither `\b` nor `\f`, and `${` and `%{` begin a template. An
 * escape cannot, whatever stands before it; a doubled `$` could be taken apart by another one.
 * https://developer.hashicorp.com/terraform/language/expressions/strings
 */
function inHcl(json: string): string {
  return json
    .replace(/\\(.)/g, (written, letter) => HCL_ESCAPES[letter] ?? written)
    .replaceAll("${", "\\u0024{")
    .replaceAll("%{", "\\u0025{");
}

const HCL_ESCAPES: Readonly<Record<string, string>> = { b: "\\u0008", f: "\\u000c" };
