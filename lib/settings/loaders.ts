import "server-only";
import { can } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { countKept } from "@/lib/notifications/queries";
import {
  type Retention,
  type RetentionGroup,
  retentionGroupOf,
  retentionSettings,
} from "@/lib/notifications/retention-settings";
import { severityOfStored } from "@/lib/notifications/severity";
import { findSetting } from "./queries.ts";

export type RetentionCardView = Retention & {
  version: number;
  /** How many messages each of the settings holds now. */
  kept: Record<RetentionGroup, number>;
  canSave: boolean;
};

/** The card *Retention*: for how long messages are kept, and how many are. */
export async function loadRetention(): Promise<RetentionCardView> {
  const actor = await requireActor("console:read");
  const { value, version } = findSetting(retentionSettings);
  const kept = { problemsDays: 0, cleanDays: 0, systemDays: 0 };
  for (const pair of countKept())
    kept[retentionGroupOf(severityOfStored(pair.type || null, pair.result || null))] += pair.kept;
  return { ...value, version, kept, canSave: can(actor, "topics:write") };
}
