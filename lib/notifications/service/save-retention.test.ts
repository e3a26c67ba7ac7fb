import { beforeEach, describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { testDb } from "@/db/testing";
import { systemActor } from "@/lib/auth/actor";
import { findSetting } from "@/lib/settings/queries";
import { retentionSettings, saveRetentionSchema } from "../retention-settings.ts";
import { saveRetention } from "./save-retention.ts";

const actor = systemActor("test");

beforeEach(() => {
  testDb();
});

describe("the retention of messages", () => {
  test("is saved with who did it and what it was", () => {
    saveRetention({ actor, version: 0, problemsDays: 30, cleanDays: 1, systemDays: 90 });
    expect(findSetting(retentionSettings).value).toEqual({ problemsDays: 30, cleanDays: 1, systemDays: 90 });
    expect(getDb().select().from(auditEntries).get()).toMatchObject({
      action: "retention.set",
      before: retentionSettings.initial,
      after: { problemsDays: 30, cleanDays: 1, systemDays: 90 },
    });
  });

  test.each(["0", "3651", "1.5", "-1", "", "a week", "1e2"])("refuses %j days at its field", (typed) => {
    const parsed = saveRetentionSchema.safeParse({
      problemsDays: typed,
      cleanDays: "7",
      systemDays: "7",
      version: 0,
    });
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([["problemsDays"]]);
  });
});
