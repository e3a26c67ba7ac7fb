import "server-only";
import { SNSClient } from "@aws-sdk/client-sns";
import type { AwsPorts } from "./ports.ts";
import { snsPort } from "./sns.ts";

const g = globalThis as unknown as { proactiveNotificationsAws?: AwsPorts };

/**
 * The AWS that the SDK's own variables point at: AWS itself, a compatible server, or the embedded one. One
 * client per region, because a topic can only be asked of its own.
 */
export function liveAws(): AwsPorts {
  g.proactiveNotificationsAws ??= { sns: snsPort(clientPerRegion()) };
  return g.proactiveNotificationsAws;
}

function clientPerRegion() {
  const clients = new Map<string, SNSClient>();
  return (region: string) => {
    const client = clients.get(region) ?? newClient(region);
    clients.set(region, client);
    return client;
  };
}

function newClient(region: string) {
  return new SNSClient({
    region,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true },
  });
}
