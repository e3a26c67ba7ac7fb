import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import type { NewEvent } from "@/lib/aws/ports";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { findSetting } from "@/lib/settings/queries";
import { EVENT_SOURCE, TEST_DETAIL_TYPE } from "../constants.ts";
import { eventBridgeSettings } from "../settings.ts";
import { getBus } from "./get-bus.ts";

export type TestEventSent = { eventId: string; busName: string; region: string };

/**
 * Sends an event of its own kind to the bus as saved, which no rule for notifications matches, after AWS has shown
 * that the bus exists.
 * @throws AppError "not_found" without the bus, or what AWS refused.
 */
export async function sendTestEvent({ actor }: { actor: Actor }, aws = liveAws()): Promise<TestEventSent> {
  const { busName } = findSetting(eventBridgeSettings).value;
  const region = readEnv().awsRegion;
  await getBus(region, busName, aws);
  const { value, requestId } = await aws.events.putEvents(region, busName, [testEvent(new Date())]);
  const [outcome] = value;
  if (!outcome?.ok)
    throw new AppError(
      "upstream",
      `EventBridge refused the event: ${outcome?.message ?? "no reason given."}`,
      { requestId },
    );
  getDb().transaction((tx) =>
    recordAudit(tx, {
      actor,
      action: "event-bridge.send-test",
      subject: { id: eventBridgeSettings.name, name: busName },
      before: null,
      after: { eventId: outcome.eventId },
      awsRequestId: requestId,
    }),
  );
  return { eventId: outcome.eventId, busName, region };
}

function testEvent(time: Date): NewEvent {
  const detail = { message: "A test event. Nothing was scanned and nothing was found." };
  return { source: EVENT_SOURCE, detailType: TEST_DETAIL_TYPE, detail: JSON.stringify(detail), time };
}
