import { z } from "zod";
import type { NotificationType } from "@/lib/catalog";
import { accountId, identity, text, textOrNull, time, timeOrNull } from "./fields.ts";
import type { Fresh } from "./kind.ts";

/** What the bodies of all types but the results begin with. */
export function commonFields<Type extends NotificationType>(type: Type) {
  return { ...identity, notificationType: z.literal(type).optional(), date: time.optional(), appId: text };
}

/** Of the types that belong to an account. */
export const accountFields = { accountId, region: text };

/** Of the types that tell how a job goes. */
export const jobFields = {
  jobId: text,
  status: z.enum(["Started", "Completed", "Failed"]),
  errorMessage: textOrNull,
  dateStarted: time,
  dateCompleted: timeOrNull,
};

type GivenCommon = {
  id?: string | undefined;
  guid?: string | undefined;
  notificationType?: NotificationType | undefined;
  date?: string | undefined;
};

/** The same body with identity, type and date, whatever of them was left out. */
export function withCommon<Type extends NotificationType, Given extends GivenCommon>(
  notificationType: Type,
  given: Given,
  fresh: Fresh,
) {
  const { id, guid, notificationType: _, date, ...rest } = given;
  const known = id ?? guid ?? fresh.id;
  return { id: known, guid: known, notificationType, date: date ?? fresh.now, ...rest };
}
