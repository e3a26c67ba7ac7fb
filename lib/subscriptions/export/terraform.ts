import { type Exported, resourceNames, UNKNOWN_FILTER } from "./exported.ts";

/**
 * Terraform for the AWS provider, with an `import` block for each subscription whose ARN is known, so that
 * `terraform plan` takes over what exists instead of subscribing again (Terraform, import blocks).
 */
export function toTerraform(topicArn: string, list: readonly Exported[]): string {
  const names = resourceNames(list, (text) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .slice(0, 120),
  );
  return list.map((one, n) => block(topicArn, one, names[n] ?? "")).join("\n");
}

function block(topicArn: string, one: Exported, name: string): string {
  const settings: [string, string][] = [
    ["topic_arn", quoted(topicArn)],
    ["protocol", quoted(one.protocol)],
    ["endpoint", quoted(one.endpoint)],
  ];
  if (one.filterPolicy !== null)
    settings.push(
      ["filter_policy", encoded(one.filterPolicy)],
      ["filter_policy_scope", quoted(one.filterPolicyScope)],
    );
  if (one.rawDelivery) settings.push(["raw_message_delivery", "true"]);
  if (one.deadLetterQueueArn)
    settings.push([
      "redrive_policy",
      encoded(JSON.stringify({ deadLetterTargetArn: one.deadLetterQueueArn })),
    ]);
  if (one.subscriptionRoleArn) settings.push(["subscription_role_arn", quoted(one.subscriptionRoleArn)]);
  const width = Math.max(...settings.map(([key]) => key.length));
  const lines = settings.map(([key, value]) => `  ${key.padEnd(width)} = ${value}`);
  const note = one.filterKnown ? "" : `# ${UNKNOWN_FILTER}\n`;
  const resource = `${note}resource "aws_sns_topic_subscription" "${name}" {\n${lines.join("\n")}\n}\n`;
  if (!one.arn) return resource;
  return `${resource}\nimport {\n  to = aws_sns_topic_subscription.${name}\n  id = ${quoted(one.arn)}\n}\n`;
}

/** A JSON document is a valid HCL expression once the template marks inside its strings are escaped. */
function encoded(json: string): string {
  return `jsonencode(${templateSafe(json)})`;
}

/** A quoted HCL string: JSON's escapes are HCL's, and `${` and `%{` begin a template unless doubled. */
function quoted(text: string): string {
  return templateSafe(JSON.stringify(text));
}

function templateSafe(text: string): string {
  return text.replace(/[$%](?=\{)/g, "$&$&");
}
