import { type Exported, resourceNames, UNKNOWN_FILTER } from "./exported.ts";

/** A CloudFormation template in JSON with one AWS::SNS::Subscription for each. */
export function toCloudFormation(topicArn: string, list: readonly Exported[]): string {
  const names = resourceNames(list, logicalId);
  const resources = list.map((one, n) => [
    names[n] ?? "",
    {
      Type: "AWS::SNS::Subscription",
      ...(!one.filterKnown && { Metadata: { Comment: UNKNOWN_FILTER } }),
      Properties: {
        TopicArn: topicArn,
        Protocol: one.protocol,
        Endpoint: one.endpoint,
        ...(one.filterPolicy !== null && {
          FilterPolicy: JSON.parse(one.filterPolicy),
          FilterPolicyScope: one.filterPolicyScope,
        }),
        ...(one.rawDelivery && { RawMessageDelivery: true }),
        ...(one.deadLetterQueueArn && { RedrivePolicy: { deadLetterTargetArn: one.deadLetterQueueArn } }),
        ...(one.subscriptionRoleArn && { SubscriptionRoleArn: one.subscriptionRoleArn }),
      },
    },
  ]);
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: `Subscriptions of ${topicArn}`,
    Resources: Object.fromEntries(resources),
  };
  return `${JSON.stringify(template, null, 2)}\n`;
}

/** Logical IDs are alphanumeric, at most 255 characters (CloudFormation guide, Resources). */
function logicalId(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("")
    .slice(0, 200);
}
