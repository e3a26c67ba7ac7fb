export interface Arn {
  partition: string;
  service: string;
  region: string;
  account: string;
  /** Everything after the fifth colon, further colons included. */
  resource: string;
}

/** Reads an ARN; null when it has fewer than six elements or does not begin with `arn`. */
export function parseArn(text: string): Arn | null {
  const [prefix, partition, service, region, account, ...resource] = text.split(":");
  if (prefix !== "arn" || partition === undefined || service === undefined) return null;
  if (region === undefined || account === undefined || resource.length === 0) return null;
  return { partition, service, region, account, resource: resource.join(":") };
}

/** The partition a region belongs to: `aws`, `aws-cn` or `aws-us-gov`. */
export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

export function topicArnOf(region: string, account: string, name: string): string {
  return `arn:${partitionOf(region)}:sns:${region}:${account}:${name}`;
}

export function queueArnOf(region: string, account: string, name: string): string {
  return `arn:${partitionOf(region)}:sqs:${region}:${account}:${name}`;
}

/** Without the `:*` that CloudWatch Logs puts behind it in older answers. */
export function logGroupArnOf(region: string, account: string, name: string): string {
  return `arn:${partitionOf(region)}:logs:${region}:${account}:log-group:${name}`;
}

/** The name in a log group's ARN, with or without `:*` behind it; null when it is not one. */
export function logGroupNameOf(arn: string): string | null {
  return /^arn:[^:]+:logs:[^:]*:\d*:log-group:([^:]+)(?::\*)?$/.exec(arn)?.[1] ?? null;
}

export const isFifo = (name: string): boolean => name.endsWith(".fifo");

/** The last part of an ARN: topic name, subscription id, queue name. */
export function lastPartOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(":") + 1);
}

/** The region in an ARN, or "" when it has none. */
export function regionOf(arn: string): string {
  return parseArn(arn)?.region ?? "";
}
