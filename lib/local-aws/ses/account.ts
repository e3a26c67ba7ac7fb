import type { LocalAws } from "../local-aws.ts";
import type { RestOperation } from "../rest-service.ts";
import { AwsError } from "../wire/errors.ts";

export const DAY_MS = 86_400_000;

interface Quota {
  perDay: number;
  perSecond: number;
}

/** https://docs.aws.amazon.com/ses/latest/dg/request-production-access.html */
const SANDBOX: Quota = { perDay: 200, perSecond: 1 };
/** What AWS often grants first. */
const PRODUCTION: Quota = { perDay: 50_000, perSecond: 14 };

export const isSandbox = ({ store }: LocalAws): boolean => store.settings.get("mailSandbox") === 1;

export const getAccount: RestOperation = (aws, { region }) => {
  const { store, clock } = aws;
  const { perDay, perSecond } = quotaOf(aws);
  const suspended = store.settings.get("mailSuspended") === 1;
  return {
    DedicatedIpAutoWarmupEnabled: false,
    EnforcementStatus: suspended ? "SHUTDOWN" : "HEALTHY",
    ProductionAccessEnabled: !isSandbox(aws),
    SendingEnabled: !suspended && store.settings.get("mailPaused") === 0,
    SendQuota: {
      Max24HourSend: perDay,
      MaxSendRate: perSecond,
      SentLast24Hours: store.emailSends.countSince(region, clock.now() - DAY_MS),
    },
    SuppressionAttributes: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
  };
};

/** @throws AwsError when the account may not send at all, or not so many more now. */
export function checkMaySend(aws: LocalAws, region: string, recipients: number): void {
  const { settings, emailSends } = aws.store;
  if (settings.get("mailSuspended") === 1)
    throw new AwsError("AccountSuspendedException", 400, "Sending is permanently disabled for this account.");
  if (settings.get("mailPaused") === 1)
    throw new AwsError("SendingPausedException", 400, "Email sending is disabled.");
  const { perDay, perSecond } = quotaOf(aws);
  const now = aws.clock.now();
  if (emailSends.countSince(region, now - DAY_MS) + recipients > perDay)
    throw new AwsError("LimitExceededException", 400, "Daily message quota exceeded.");
  if (emailSends.countSince(region, now - 1000) >= perSecond)
    throw new AwsError("TooManyRequestsException", 429, "Maximum sending rate exceeded.");
}

function quotaOf(aws: LocalAws): Quota {
  return isSandbox(aws) ? SANDBOX : PRODUCTION;
}
