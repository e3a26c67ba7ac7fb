import { z } from "zod";
import type { LowPrepaidDataBody, TrialExpiringBody, UpdatesAvailableBody } from "@/lib/catalog";
import { amount, sameIdentity, text, textOrNull, time, wholeNumber } from "./fields.ts";
import { defineKind } from "./kind.ts";
import { commonFields, withCommon } from "./shared-fields.ts";

export const updatesAvailable = defineKind({
  shape: "UpdatesAvailableBody",
  schema: z
    .strictObject({
      ...commonFields("updatesAvailable"),
      currentConsoleVersion: text,
      latestConsoleVersion: text,
      currentAgentVersion: text,
      latestAgentVersion: text,
      releaseNotesUrl: textOrNull,
    })
    .check(sameIdentity),
  complete: (given, fresh): UpdatesAvailableBody => withCommon("updatesAvailable", given, fresh),
  derive: () => ({ headline: "System update available", attributes: {} }),
});

const POOLS = [
  "StandardGoFwd",
  "StandardRetro",
  "Universal",
  "SophosGoFwd",
  "SophosRetro",
  "PremiumGoFwd",
  "PremiumRetro",
] as const;

export const lowPrepaidData = defineKind({
  shape: "LowPrepaidDataBody",
  schema: z
    .strictObject({
      ...commonFields("lowPrepaidData"),
      licenseModel: z.enum(["PAYG", "BYOL"]),
      graceDays: wholeNumber.nullable().default(null),
      balances: z.array(
        z.strictObject({
          pool: z.enum(POOLS),
          remainingGb: amount,
          totalGb: amount,
          percentRemaining: amount,
        }),
      ),
    })
    .check(sameIdentity),
  complete: (given, fresh): LowPrepaidDataBody => withCommon("lowPrepaidData", given, fresh),
  derive: () => ({ headline: "Prepaid data running low", attributes: {} }),
});

export const trialExpiring = defineKind({
  shape: "TrialExpiringBody",
  schema: z
    .strictObject({
      ...commonFields("trialExpiring"),
      trialExpirationDate: time,
      daysRemaining: z.int(),
      trialDataRemainingGb: amount,
      trialDataCapGb: amount,
    })
    .check(sameIdentity),
  complete: (given, fresh): TrialExpiringBody => withCommon("trialExpiring", given, fresh),
  derive: () => ({ headline: "Trial expiring", attributes: {} }),
});
