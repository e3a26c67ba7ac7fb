import { describe, expect, test } from "vitest";
import { localMinute, pauseUntil } from "./pause-until.ts";

const now = new Date("2026-01-02T03:04:05Z");

describe("the end of a pause", () => {
  test("is open, or so many hours from now", () => {
    expect(pauseUntil("open", "", now)).toBeNull();
    expect(pauseUntil("8", "", now)).toEqual(new Date("2026-01-02T11:04:05Z"));
  });

  test("is the entered time in the zone of who enters it", () => {
    expect(pauseUntil("time", "2026-01-02T12:00", now)).toEqual(new Date("2026-01-02T06:15:00Z"));
  });

  test.each(["", "2026-01-02T08:00", "soon"])("is not %j: no time that is still to come", (local) => {
    expect(pauseUntil("time", local, now)).toBeUndefined();
  });
});

test("a field begins with a time that reads back as the same minute", () => {
  expect(localMinute(now)).toBe("2026-01-02T08:49");
  expect(new Date(localMinute(now))).toEqual(new Date("2026-01-02T03:04:00Z"));
});
