import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isTimeOfDay, isZone, lastSendAt, nextSendAt, type Schedule, type Weekday } from "./schedule.ts";

const EVERY_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const berlin: Schedule = { zone: "Europe/Berlin", time: "08:00", days: EVERY_DAY };
const at = (text: string) => new Date(text);
const next = (schedule: Schedule, after: string, reportedThrough?: string) => {
  const due = nextSendAt(schedule, at(after), reportedThrough);
  return [due.at.toISOString(), due.firstDay, due.day];
};

describe("the next report", () => {
  test("falls due at the wall time of its zone, about the day before", () => {
    expect(next(berlin, "2026-11-21T06:59:59.999Z")).toEqual([
      "2026-11-21T07:00:00.000Z",
      "2026-11-20",
      "2026-11-20",
    ]);
    expect(next(berlin, "2026-07-21T05:00:00Z")).toEqual([
      "2026-07-21T06:00:00.000Z",
      "2026-07-20",
      "2026-07-20",
    ]);
  });

  test("is the one after, at the very instant at which one falls due", () => {
    expect(next(berlin, "2026-11-21T07:00:00Z")[0]).toBe("2026-11-22T07:00:00.000Z");
  });

  test("falls due at the first instant after a gap that skips its time", () => {
    const skipped: Schedule = { ...berlin, time: "02:30" };
    expect(next(skipped, "2026-03-28T12:00:00Z")[0]).toBe("2026-03-29T01:00:00.000Z");
    expect(next(skipped, "2026-03-29T01:00:00Z")[0]).toBe("2026-03-30T00:30:00.000Z");
  });

  test("falls due once when the clock repeats its time, the first time", () => {
    const repeated: Schedule = { ...berlin, time: "02:30" };
    expect(next(repeated, "2026-10-24T12:00:00Z")[0]).toBe("2026-10-25T00:30:00.000Z");
    expect(next(repeated, "2026-10-25T00:30:00Z")[0]).toBe("2026-10-26T01:30:00.000Z");
  });

  test("keeps to midnight where the clock skips midnight", () => {
    const beirut: Schedule = { zone: "Asia/Beirut", time: "00:00", days: EVERY_DAY };
    expect(next(beirut, "2026-03-28T12:00:00Z")[0]).toBe("2026-03-28T22:00:00.000Z");
  });

  test.each([
    ["Pacific/Kiritimati", "2026-11-20T18:00:00.000Z", "2026-11-20"],
    ["Pacific/Niue", "2026-11-20T19:00:00.000Z", "2026-11-19"],
    ["Asia/Kathmandu", "2026-11-21T02:15:00.000Z", "2026-11-20"],
    ["Australia/Lord_Howe", "2026-11-20T21:00:00.000Z", "2026-11-20"],
  ])("knows the days of %s", (zone, sentAt, day) => {
    expect(next({ ...berlin, zone }, "2026-11-20T12:00:00Z")).toEqual([sentAt, day, day]);
  });

  test("leaves out days of the week, and makes up for them with the one after", () => {
    const weekdays: Schedule = { ...berlin, days: [1, 2, 3, 4, 5] };
    expect(next(weekdays, "2026-11-20T12:00:00Z")).toEqual([
      "2026-11-23T07:00:00.000Z",
      "2026-11-20",
      "2026-11-22",
    ]);
    expect(next({ ...berlin, days: [3] }, "2026-11-20T12:00:00Z")).toEqual([
      "2026-11-25T07:00:00.000Z",
      "2026-11-18",
      "2026-11-24",
    ]);
  });

  test("makes up for days about which none was sent, for a week at most", () => {
    expect(next(berlin, "2026-11-21T06:00:00Z", "2026-11-17").slice(1)).toEqual(["2026-11-18", "2026-11-20"]);
    expect(next(berlin, "2026-11-21T06:00:00Z", "2026-09-01").slice(1)).toEqual(["2026-11-14", "2026-11-20"]);
  });

  test("reports no day twice when the zone is changed to one further west", () => {
    const kiritimati: Schedule = { ...berlin, zone: "Pacific/Kiritimati" };
    const sent = nextSendAt(kiritimati, at("2026-11-20T12:00:00Z"));
    expect(sent.day).toBe("2026-11-20");
    const niue: Schedule = { ...berlin, zone: "Pacific/Niue" };
    expect(next(niue, sent.at.toISOString(), sent.day)).toEqual([
      "2026-11-22T19:00:00.000Z",
      "2026-11-21",
      "2026-11-21",
    ]);
  });

  test("leaves no day out when the zone is changed to one further east", () => {
    const kiritimati: Schedule = { ...berlin, zone: "Pacific/Kiritimati" };
    expect(next(kiritimati, "2026-11-20T19:00:00Z", "2026-11-19").slice(1)).toEqual([
      "2026-11-20",
      "2026-11-21",
    ]);
  });

  test("waits for a day that is not reported, however far ahead the last report was", () => {
    expect(next(berlin, "2026-11-20T12:00:00Z", "2027-01-10").slice(1)).toEqual(["2027-01-11", "2027-01-11"]);
  });

  test("needs a day of the week", () => {
    expect(() => nextSendAt({ ...berlin, days: [] }, at("2026-11-20T12:00:00Z"))).toThrow("at least one day");
  });
});

describe("the last report", () => {
  test("is the one that fell due last, at its very instant too", () => {
    expect(lastSendAt(berlin, at("2026-11-21T07:00:00Z"))?.day).toBe("2026-11-20");
    expect(lastSendAt(berlin, at("2026-11-21T06:59:59Z"))?.day).toBe("2026-11-19");
  });

  test("is none when its day is reported", () => {
    expect(lastSendAt(berlin, at("2026-11-21T09:00:00Z"), "2026-11-20")).toBeNull();
  });
});

const zone = fc.constantFrom(
  "Europe/Berlin",
  "America/New_York",
  "Pacific/Kiritimati",
  "Pacific/Niue",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Asia/Beirut",
  "UTC",
);
const schedule = fc.record({
  zone,
  time: fc
    .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
    .map((parts) => parts.map((n) => String(n).padStart(2, "0")).join(":")),
  days: fc.subarray([...EVERY_DAY], { minLength: 1 }),
});
const instant = fc.date({
  min: at("2026-01-01T00:00:00Z"),
  max: at("2028-01-01T00:00:00Z"),
  noInvalidDate: true,
});

/** Without Temporal: what a clock on the wall shows. */
const wallDay = (when: Date, timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(when);

test("every report is due after the one before, on a chosen day, and about all days since it", () => {
  fc.assert(
    fc.property(schedule, instant, (of, after) => {
      const first = nextSendAt(of, after);
      const second = nextSendAt(of, first.at);
      expect(first.at.getTime()).toBeGreaterThan(after.getTime());
      expect(second.at.getTime()).toBeGreaterThan(first.at.getTime());
      const weekday = new Date(`${wallDay(second.at, of.zone)}T00:00:00Z`).getUTCDay() || 7;
      expect(of.days).toContain(weekday);
      expect(nextDay(second.day)).toBe(wallDay(second.at, of.zone));
      expect(second.firstDay).toBe(nextDay(first.day));
      expect(lastSendAt(of, second.at)).toEqual(second);
      expect(lastSendAt(of, new Date(second.at.getTime() - 1))).toEqual(first);
    }),
  );
});

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

test("tells zones and times of day from what is none", () => {
  expect(["UTC", "Europe/Berlin", "+02:00", "Mars/Olympus", ""].map(isZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(["00:00", "23:59", "24:00", "8:00", "08:00:00"].map(isTimeOfDay)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
