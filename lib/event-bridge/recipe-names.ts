/** What the names of all rules made by the console begin with. */
export const RULE_PREFIX = "proactive-notifications-";

/** EventBridge fixes the beginning of log groups that its own console makes; the resource policy covers all below it. */
export const GROUP_PREFIX = "/aws/events/";

/** The one resource policy of a region under which EventBridge writes to the log groups below `GROUP_PREFIX`. */
export const RESOURCE_POLICY_NAME = "proactive-notifications-event-logs";

export const TARGET_ID = "log-group";

/** Rules have names of at most 64 characters. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
export const RECIPE_NAME_MAX = 64 - RULE_PREFIX.length;

/** How long CloudWatch Logs can be told to keep events. https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
export const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

export const ruleName = (name: string) => `${RULE_PREFIX}${name}`;
export const groupName = (name: string) => `${GROUP_PREFIX}${name}`;
