import { describe, expect, test } from "vitest";
import { renderFold } from "./render-fold.ts";
import { TEST_OPTIONS } from "./testing.ts";
import { CHAT_PLATFORMS, type Fold } from "./types.ts";

const fold: Fold = {
  topicId: "topic-1",
  windowMs: 60_000,
  groups: [
    { type: "scanResult", result: "Clean", severity: "none", count: 26 },
    { type: "bucketsDiscovered", result: null, severity: "system", count: 2 },
    { type: "scanResult", result: "Infected", severity: "critical", count: 12 },
    { type: "scanResult", result: "Infected", severity: "critical", count: 1 },
  ],
};

const textOf = (given: Partial<Fold>) =>
  JSON.parse(renderFold("webhook", { ...fold, ...given }, TEST_OPTIONS).body).text;

describe("a fold", () => {
  test("counts by result, worst first, equal words once", () => {
    expect(textOf({})).toBe("🚨 and 41 more in the last minute: 13 Infected, 26 Clean, 2 Buckets discovered");
  });

  test("tells how long it lasted", () => {
    expect(textOf({ windowMs: 10_000 })).toContain("in the last minute:");
    expect(textOf({ windowMs: 61_000 })).toContain("in the last 2 minutes:");
    expect(textOf({ windowMs: 3 * 3_600_000 })).toContain("in the last 3 hours:");
  });

  test("counts results that have no room", () => {
    const groups = Array.from({ length: 30 }, (_, n) => ({
      type: `type${n}`,
      result: null,
      severity: "system" as const,
      count: 3,
    }));
    expect(textOf({ groups })).toMatch(/and 90 more .*, 30 others$/);
  });

  test("looks the same on every platform as it did", async () => {
    const shown = CHAT_PLATFORMS.map((platform) => {
      const value = JSON.parse(renderFold(platform, fold, TEST_OPTIONS).body);
      return `== ${platform}\n${value.Content ?? JSON.stringify(value, null, 1)}\n`;
    });
    await expect(shown.join("\n")).toMatchFileSnapshot("./snapshots/folds.txt");
  });
});
