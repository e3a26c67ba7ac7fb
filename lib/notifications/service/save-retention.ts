import "server-only";
import { getDb } from "@/db/client";
import { recordAudit } from "@/lib/audit/service";
import type { Actor } from "@/lib/auth/actor";
import { findSetting } from "@/lib/settings/queries";
import { saveSetting } from "@/lib/settings/service";
import { type Retention, retentionSettings } from "../retention-settings.ts";

/**
 * Says for how long messages are kept; the background deletes what has outlived it within minutes.
 * @throws AppError("conflict") when somebody else saved since the caller read `version`.
 */
export function saveRetention({
  actor,
  version,
  ...value
}: Retention & { actor: Actor; version: number }): Retention {
  return getDb().transaction((tx) => {
    const before = findSetting(retentionSettings).value;
    saveSetting(tx, retentionSettings, { value, version, by: actor.name });
    recordAudit(tx, {
      actor,
      action: "retention.set",
      subject: { id: retentionSettings.name, name: "Retention" },
      before,
      after: value,
    });
    return value;
  });
}
