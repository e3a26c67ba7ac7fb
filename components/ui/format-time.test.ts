import { describe, expect, test } from "vitest";
import { formatAbsolute, formatRelative } from "./format-time.ts";

const now = Date.UTC(2026, 10, 23, 2, 10, 0);
const hourMs = 3_600_000;

describe("formatRelative", () => {
  test.each([
    [0, "now"],
    [-9_999, "now"],
    [-10_000, "10 seconds ago"],
    [-59_999, "59 seconds ago"],
    [-60_000, "1 minute ago"],
    [-59 * 60_000, "59 minutes ago"],
    [-47 * hourMs, "47 hours ago"],
    [47.9 * hourMs, "in 47 hours"],
    [-48 * hourMs, "2 days ago"],
    [-59 * 24 * hourMs, "59 days ago"],
    [-90 * 24 * hourMs, "2 months ago"],
    [-3 * 365.25 * 24 * hourMs, "3 years ago"],
  ])("%d ms away reads %s", (distance, text) => {
    expect(formatRelative(now + distance, now)).toBe(text);
  });
});

describe("formatAbsolute", () => {
  test("names the zone and spells the month", () => {
    expect(formatAbsolute(now, "UTC")).toBe("23 Nov 2026, 02:10:00 UTC");
  });

  test("uses the viewer's own zone unless told", () => {
    expect(formatAbsolute(now)).toBe("23 Nov 2026, 07:55:00 GMT+5:45");
  });
});
