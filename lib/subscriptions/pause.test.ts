import { describe, expect, test } from "vitest";
import { samplesFor } from "@/lib/catalog/samples";
import { matchFilterPolicy, parseFilterPolicy } from "@/lib/filter-policy";
import { type Paused, pausedPolicy, readPaused } from "./pause.ts";

const paused: Paused = {
  since: new Date("2026-11-23T10:00:00Z"),
  until: new Date("2026-11-24T10:00:00Z"),
  filterPolicy: '{"notificationType":["scanResult"],"key":[{"prefix":"a\\"b\\\\c"}]}',
};

describe("a paused policy", () => {
  test("gives back exactly what it replaced", () => {
    expect(readPaused(pausedPolicy(paused))).toEqual(paused);
    const none: Paused = { ...paused, until: null, filterPolicy: null };
    expect(readPaused(pausedPolicy(none))).toEqual(none);
  });

  test.each(["MessageAttributes", "MessageBody"] as const)(
    "is accepted and matches no message in scope %s",
    (scope) => {
      const parsed = parseFilterPolicy(pausedPolicy(paused), scope);
      expect(parsed.ok).toBe(true);
      if (!parsed.ok) return;
      for (const sample of samplesFor(["antivirus", "classification"]))
        expect(matchFilterPolicy(parsed.value, sample)).toBe(false);
    },
  );

  test.each([
    null,
    "",
    "not json pausedByProactiveNotifications",
    '{"notificationType":["scanResult"]}',
    '{"pausedByProactiveNotifications":["tampered"]}',
    '{"pausedByProactiveNotifications":[{"prefix":"x"}]}',
    '{"pausedByProactiveNotifications":["{\\"since\\":\\"yesterday\\",\\"policy\\":null}"]}',
  ])("is not seen in %j", (text) => {
    expect(readPaused(text)).toBeNull();
  });
});
