import "server-only";
import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SNSClient } from "@aws-sdk/client-sns";
import { SQSClient } from "@aws-sdk/client-sqs";
import { clientPerRegion } from "./client-per-region.ts";
import { eventsPort } from "./events.ts";
import { logsPort } from "./logs.ts";
import type { AwsPorts } from "./ports.ts";
import { sesPort } from "./ses.ts";
import { snsPort } from "./sns.ts";
import { sqsPort } from "./sqs.ts";

const g = globalThis as unknown as { proactiveNotificationsAws?: AwsPorts };

const settings = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
};

const forQueues = {
  // a receive waits for up to 20 seconds
  requestHandler: { ...settings.requestHandler, requestTimeout: 30_000 },
  // a stored queue URL may name a port that the embedded AWS no longer has
  useQueueUrlAsEndpoint: false,
};

/**
 * The AWS that the SDK's own variables point at: AWS itself, a compatible server, or the embedded one. One
 * client per service and region, because what is there can only be asked of its own region.
 */
export function liveAws(): AwsPorts {
  g.proactiveNotificationsAws ??= {
    sns: snsPort(clientPerRegion((region) => new SNSClient({ region, ...settings }))),
    sqs: sqsPort(clientPerRegion((region) => new SQSClient({ region, ...settings, ...forQueues }))),
    events: eventsPort(clientPerRegion((region) => new EventBridgeClient({ region, ...settings }))),
    logs: logsPort(clientPerRegion((region) => new CloudWatchLogsClient({ region, ...settings }))),
    ses: sesPort(
      clientPerRegion((region) => new SESv2Client({ region, ...settings })),
      clientPerRegion((region) => new SESv2Client({ region, ...settings, maxAttempts: 1 })),
    ),
  };
  return g.proactiveNotificationsAws;
}
