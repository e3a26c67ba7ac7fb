import type { NewEvent } from "@/lib/aws/ports";

/**
 * An event as rules see it: what EventBridge adds to what was sent.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export function eventEnvelope(event: NewEvent, at: { account: string; region: string; id: string }) {
  // EventBridge keeps whole seconds
  const time = event.time.toISOString().replace(/\.\d+Z$/, "Z");
  const detail: unknown = JSON.parse(event.detail);
  return {
    version: "0",
    id: at.id,
    "detail-type": event.detailType,
    source: event.source,
    account: at.account,
    time,
    region: at.region,
    resources: [],
    detail,
  };
}
