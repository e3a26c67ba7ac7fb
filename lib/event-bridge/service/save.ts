import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { liveAws } from "@/lib/aws/live";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { findSetting } from "@/lib/settings/queries";
import { saveSetting } from "@/lib/settings/service";
import { type EventBridgeSettings, eventBridgeSettings } from "../settings.ts";
import { getBus } from "./get-bus.ts";

/**
 * Saves the card once AWS has shown the bus: an unknown one loses events silently. Turning forwarding off asks nobody.
 * @throws AppError: "invalid" at the field for a bus that does not exist, "conflict" when somebody else saved
 * meanwhile, or what AWS refused.
 */
export async function saveEventBridge(
  { actor, version, ...value }: EventBridgeSettings & { actor: Actor; version: number },
  aws = liveAws(),
): Promise<EventBridgeSettings> {
  if (value.enabled) await getBus(readEnv().awsRegion, value.busName, aws).catch(atField);
  return getDb().transaction((tx) => {
    const before = findSetting(eventBridgeSettings).value;
    saveSetting(tx, eventBridgeSettings, { value, version, by: actor.name });
    recordAudit(tx, {
      actor,
      action: "event-bridge.set",
      subject: { id: eventBridgeSettings.name, name: "AWS EventBridge Proactive Notifications" },
      before,
      after: value,
    });
    return value;
  });
}

function atField(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== "not_found") throw error;
  throw new AppError("invalid", error.message, { fieldErrors: { busName: [error.message] } });
}
