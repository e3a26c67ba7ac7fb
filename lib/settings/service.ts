import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "@/db/client";
import { settings } from "@/db/schema/settings";
import { AppError } from "@/lib/errors";
import type { SettingKind } from "./queries.ts";

/**
 * Replaces a card's values inside the transaction that writes the audit entry.
 * @throws AppError("conflict") when somebody saved since the caller read `version`.
 */
export function saveSetting<S extends z.ZodType>(
  tx: Tx,
  kind: SettingKind<S>,
  { value, version, by }: { value: z.output<S>; version: number; by: string },
) {
  const current = tx.select().from(settings).where(eq(settings.name, kind.name)).get()?.version ?? 0;
  if (current !== version)
    throw new AppError("conflict", "Somebody else saved these settings meanwhile. Reload to see theirs.");
  const row = { value, version: current + 1, updatedAt: new Date(), updatedBy: by };
  tx.insert(settings)
    .values({ name: kind.name, ...row })
    .onConflictDoUpdate({ target: settings.name, set: row })
    .run();
}
