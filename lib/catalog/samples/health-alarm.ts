import { APP_ID, REGION, type SampleMessage } from "./sample.ts";

const ALARM_NAME = `CloudStorageSecHealthCheck-Alarm-${APP_ID}`;
const ACCOUNT_ID = "123456789012";

/**
 * The alarm on the health of the product's console. CloudWatch publishes it to the same topic without any attribute,
 * so it is of no notification type and reaches only subscriptions that have no filter policy.
 */
export const healthAlarmSample: SampleMessage = {
  id: "system/healthAlarm",
  title: "Console health alarm",
  provenance: "proposed",
  note: "The shape is CloudWatch's own; the alarm's name and figures are the product's, the rest is ours.",
  subject: `ALARM: "${ALARM_NAME}" in US East (N. Virginia)`,
  attributes: {},
  body: JSON.stringify({
    AlarmName: ALARM_NAME,
    AlarmDescription: null,
    AWSAccountId: ACCOUNT_ID,
    NewStateValue: "ALARM",
    NewStateReason:
      "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [Breaching].",
    StateChangeTime: "2025-06-30T08:35:12.345+0000",
    Region: "US East (N. Virginia)",
    AlarmArn: `arn:aws:cloudwatch:${REGION}:${ACCOUNT_ID}:alarm:${ALARM_NAME}`,
    OldStateValue: "OK",
    Trigger: {
      MetricName: "ConsoleStatus",
      StatisticType: "Statistic",
      Statistic: "SUM",
      Period: 300,
      EvaluationPeriods: 1,
      ComparisonOperator: "LessThanThreshold",
      Threshold: 3,
      TreatMissingData: "breaching",
    },
  }),
};
