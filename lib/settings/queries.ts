import "server-only";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import { getDb } from "@/db/client";
import { settings } from "@/db/schema/settings";

/** What one card of settings holds: its shape, and its values until somebody saves others. */
export type SettingKind<S extends z.ZodType> = { name: string; schema: S; initial: z.output<S> };

export type Setting<T> = { value: T; version: number; updatedAt: Date | null; updatedBy: string | null };

/** The card's values as last saved, or its initial ones with version 0. */
export function findSetting<S extends z.ZodType>(kind: SettingKind<S>): Setting<z.output<S>> {
  const row = getDb().select().from(settings).where(eq(settings.name, kind.name)).get();
  if (!row) return { value: kind.initial, version: 0, updatedAt: null, updatedBy: null };
  const { version, updatedAt, updatedBy } = row;
  return { value: kind.schema.parse(row.value), version, updatedAt, updatedBy };
}
