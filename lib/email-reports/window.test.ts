import { describe, expect, test } from "vitest";
import { dayOf, daysBefore, reportWindow, weekOf } from "./window.ts";

const hours = ({ from, to }: { from: Date; to: Date }) => (to.getTime() - from.getTime()) / 3_600_000;

describe("the window of a report", () => {
  test.each([
    ["2026-11-21", 24],
    ["2026-03-29", 23],
    ["2026-10-25", 25],
  ])("is the calendar day %s in Berlin, of %i hours", (day, length) => {
    const window = reportWindow(day, "Europe/Berlin");
    expect(hours(window)).toBe(length);
    expect(window.days).toEqual([{ day, from: window.from, to: window.to }]);
  });

  test("knows changes of half an hour and midnights that are skipped", () => {
    expect(hours(reportWindow("2026-04-05", "Australia/Lord_Howe"))).toBe(24.5);
    expect(reportWindow("2026-03-29", "Asia/Beirut").from.toISOString()).toBe("2026-03-28T22:00:00.000Z");
  });

  test("is compared with the days before it, and shows the week that ends with it", () => {
    const window = reportWindow("2026-11-02", "UTC");
    expect(daysBefore(window).map(({ day }) => day)).toEqual(["2026-11-01"]);
    expect(window.earlier.map(({ day }) => day)).toEqual(
      [26, 27, 28, 29, 30, 31].map((n) => `2026-10-${n}`).concat("2026-11-01"),
    );
    expect(
      weekOf(window)
        .map(({ day }) => day)
        .slice(-2),
    ).toEqual(["2026-11-01", "2026-11-02"]);
  });

  test("of several days is compared with as many", () => {
    const window = reportWindow("2026-11-22", "Europe/Berlin", "2026-11-20");
    expect([hours(window), window.days.length, weekOf(window).length]).toEqual([72, 3, 7]);
    expect(daysBefore(window).map(({ day }) => day)).toEqual(["2026-11-17", "2026-11-18", "2026-11-19"]);
  });

  test("cannot end before it begins", () => {
    expect(() => reportWindow("2026-11-20", "UTC", "2026-11-21")).toThrow(RangeError);
  });
});

test("the day of an instant is the zone's", () => {
  expect(dayOf(new Date("2026-11-20T10:30:00Z"), "Pacific/Kiritimati")).toBe("2026-11-21");
  expect(dayOf(new Date("2026-11-20T10:30:00Z"), "Pacific/Niue")).toBe("2026-11-19");
});

test("every day of every zone begins at a quarter of an hour, as the rollup does", () => {
  const odd = Intl.supportedValuesOf("timeZone").filter((zone) =>
    ["2026-01-15", "2026-07-15", "2026-10-25"].some(
      (day) => reportWindow(day, zone).from.getTime() % 900_000 !== 0,
    ),
  );
  expect(odd).toEqual([]);
});
