/** The parts of an SNS topic ARN: `arn:<partition>:sns:<region>:<account>:<name>`. */
export type TopicArn = { partition: string; region: string; accountId: string; name: string };

const TOPIC_ARN = /^arn:(aws|aws-cn|aws-us-gov):sns:([a-z0-9-]+):(\d{12}):([A-Za-z0-9_-]{1,256}(?:\.fifo)?)$/;

/** The parts of a topic ARN, or null when the text is none (a subscription ARN has a seventh part). */
export function parseTopicArn(text: string): TopicArn | null {
  const [, partition, region, accountId, name] = TOPIC_ARN.exec(text) ?? [];
  return partition && region && accountId && name ? { partition, region, accountId, name } : null;
}

/** The region in any ARN. @throws Error when there is none; callers pass only ARNs that AWS gave. */
export function regionOf(arn: string): string {
  const region = arn.split(":")[3];
  if (!region) throw new Error(`No region in ${arn}`);
  return region;
}
