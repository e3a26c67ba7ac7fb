import { type Exported, UNKNOWN_FILTER } from "./exported.ts";

/** A POSIX shell script that subscribes each endpoint with the AWS CLI. Running it again changes nothing. */
export function toCli(topicArn: string, list: readonly Exported[]): string {
  const region = topicArn.split(":")[3] ?? "";
  return `#!/bin/sh\nset -eu\n\n${list.map((one) => command(topicArn, region, one)).join("\n")}`;
}

function command(topicArn: string, region: string, one: Exported): string {
  const attributes = {
    ...(one.filterPolicy !== null && {
      FilterPolicy: one.filterPolicy,
      FilterPolicyScope: one.filterPolicyScope,
    }),
    ...(one.rawDelivery && { RawMessageDelivery: "true" }),
    ...(one.deadLetterQueueArn && {
      RedrivePolicy: JSON.stringify({ deadLetterTargetArn: one.deadLetterQueueArn }),
    }),
    ...(one.subscriptionRoleArn && { SubscriptionRoleArn: one.subscriptionRoleArn }),
  };
  const options: [string, string][] = [
    ["--region", region],
    ["--topic-arn", topicArn],
    ["--protocol", one.protocol],
    ["--notification-endpoint", one.endpoint],
    ...(Object.keys(attributes).length > 0
      ? [["--attributes", JSON.stringify(attributes)] satisfies [string, string]]
      : []),
  ];
  const lines = options.map(([name, value]) => `  ${name} ${shellQuoted(value)} \\`);
  const note = one.filterKnown ? "" : `# ${UNKNOWN_FILTER}\n`;
  return `${note}aws sns subscribe \\\n${lines.join("\n")}\n  --return-subscription-arn\n`;
}

/** Nothing is special between single quotes but the single quote itself (POSIX shell, quoting). */
function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
