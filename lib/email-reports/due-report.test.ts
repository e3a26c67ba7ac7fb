import { describe, expect, test } from "vitest";
import { dueReport, nextReport, type PastRun } from "./due-report.ts";
import { type EmailReportsSettings, emailReportsSettings } from "./settings.ts";

const settings: EmailReportsSettings = {
  ...emailReportsSettings.initial,
  enabled: true,
  zone: "Europe/Berlin",
  recipients: ["a@example.com"],
  sender: "reports@example.com",
  scheduledSince: "2026-11-16T12:00:00Z",
};
const run = (day: string, state: PastRun["state"], firstDay = day): PastRun => ({ day, firstDay, state });
const due = (now: string, runs: PastRun[] = [], changed: Partial<EmailReportsSettings> = {}) =>
  dueReport({ ...settings, ...changed }, runs, new Date(now));

describe("a report falls due", () => {
  test("at its time of day in its zone, and is about the day before", () => {
    expect(due("2026-11-17T06:59:59Z")).toBeNull();
    expect(due("2026-11-17T07:00:00Z")).toMatchObject({
      at: new Date("2026-11-17T07:00:00Z"),
      day: "2026-11-16",
    });
  });

  test("once: not again after a run of any kind about its day", () => {
    for (const state of ["sending", "sent", "failed", "skipped"] as const)
      expect(due("2026-11-17T07:00:02Z", [run("2026-11-16", state)])).toBeNull();
  });

  test("not for a time that had passed when the schedule was saved", () => {
    const scheduledSince = "2026-11-17T09:30:00Z";
    expect(due("2026-11-17T09:30:01Z", [], { scheduledSince })).toBeNull();
    expect(due("2026-11-18T07:00:00Z", [], { scheduledSince })).toMatchObject({ day: "2026-11-17" });
  });

  test("never while reports are off", () => {
    expect(due("2026-11-17T08:00:00Z", [], { enabled: false })).toBeNull();
    expect(nextReport({ ...settings, enabled: false }, [], new Date())).toBeNull();
  });

  test("not twice about a day when the zone moves west", () => {
    // 08:00 in Tokyo was sent; it is still the same day in Honolulu
    const runs = [run("2026-11-17", "sent")];
    const moved = { zone: "Pacific/Honolulu", scheduledSince: "2026-11-18T00:00:00Z" };
    expect(due("2026-11-18T18:30:00Z", runs, moved)).toBeNull();
    expect(due("2026-11-19T18:30:00Z", runs, moved)).toMatchObject({
      day: "2026-11-18",
      firstDay: "2026-11-18",
    });
  });
});

describe("the next report makes up", () => {
  test("for one that was missed", () => {
    const runs = [run("2026-11-16", "sent"), run("2026-11-17", "missed")];
    expect(due("2026-11-19T07:00:00Z", runs)).toMatchObject({ day: "2026-11-18", firstDay: "2026-11-17" });
  });

  test("for one that reached nobody, with what that one made up for", () => {
    const runs = [run("2026-11-16", "failed", "2026-11-15"), run("2026-11-17", "failed")];
    expect(due("2026-11-19T07:00:00Z", runs)).toMatchObject({ day: "2026-11-18", firstDay: "2026-11-15" });
  });

  test("but not for what was told since", () => {
    const runs = [run("2026-11-16", "failed"), run("2026-11-17", "sent", "2026-11-16")];
    expect(due("2026-11-19T07:00:00Z", runs)).toMatchObject({ firstDay: "2026-11-18" });
  });

  test("for seven days at most", () => {
    const runs = [run("2026-11-01", "failed")];
    expect(due("2026-11-19T07:00:00Z", runs)).toMatchObject({ day: "2026-11-18", firstDay: "2026-11-12" });
  });

  test("and may do so on the same day, when the time of day was moved after it was missed", () => {
    const moved = { time: "16:00", scheduledSince: "2026-11-17T14:30:00Z" };
    expect(
      nextReport({ ...settings, ...moved }, [run("2026-11-16", "missed")], new Date("2026-11-17T14:30:00Z")),
    ).toMatchObject({ at: new Date("2026-11-17T15:00:00Z"), day: "2026-11-16" });
  });
});
