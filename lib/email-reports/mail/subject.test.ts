import { describe, expect, test } from "vitest";
import { cleanFigures, foundFigures, sampleReport, sampleTopic } from "../testing.ts";
import { reportWindow } from "../window.ts";
import { subjectOf } from "./subject.ts";

const production = { kind: "report", label: "production" } as const;
const found = foundFigures();
const classification = {
  ...cleanFigures(),
  product: "classification",
  resultType: "classificationResult",
} as const;

describe("the subject", () => {
  test("carries the verdict first", () => {
    expect(subjectOf(sampleReport({ products: [found] }), production)).toBe(
      "[3 infected] Antivirus report, 21 Nov, production",
    );
  });

  test("names problem files where none is infected", () => {
    const errors = {
      ...found,
      critical: { count: 0, before: 0, mean: 0 },
      problems: { count: 1, before: 0, mean: 0 },
    };
    expect(subjectOf(sampleReport({ products: [errors] }), production)).toMatch(/^\[1 problem file\] /);
  });

  test("says that nothing was found only where everything was received", () => {
    expect(subjectOf(sampleReport(), production)).toMatch(/^\[nothing found\] /);
    const failing = sampleReport({ topics: [{ ...sampleTopic, feed: "failing" }] });
    expect(subjectOf(failing, production)).toMatch(/^\[incomplete: nothing found so far\] /);
    const young = sampleReport({
      topics: [{ ...sampleTopic, receivingSince: new Date("2026-11-21T10:00:00Z") }],
    });
    expect(subjectOf(young, production)).toMatch(/^\[incomplete: nothing found so far\] /);
    const none = { count: 0, before: 0, mean: 0 };
    const off = sampleReport({
      products: [{ ...cleanFigures(), total: none }],
      topics: [{ ...sampleTopic, feed: "off" }],
    });
    expect(subjectOf(off, production)).toMatch(/^\[nothing received\] /);
  });

  test("tells both products apart", () => {
    const matching = {
      ...classification,
      critical: { count: 1200, before: 0, mean: 0 },
      problems: { count: 1200, before: 0, mean: 0 },
    };
    expect(subjectOf(sampleReport({ products: [found, matching] }), production)).toBe(
      "[3 infected, 1,200 matching] Antivirus and classification report, 21 Nov, production",
    );
  });

  test("says when it is only a sign of life, or a test", () => {
    expect(subjectOf(sampleReport(), { kind: "heartbeat", label: "production" })).toBe(
      "[nothing found] Antivirus report, weekly sign of life, 21 Nov, production",
    );
    expect(subjectOf(sampleReport(), { kind: "test", label: "production" })).toMatch(
      /^Test: \[nothing found\] /,
    );
  });

  test("names the topics where the deployment has no name", () => {
    const two = sampleReport({ topics: [sampleTopic, { ...sampleTopic, id: "2", name: "other" }] });
    expect(subjectOf(sampleReport(), { kind: "report", label: " " })).toMatch(/, antivirus-notifications$/);
    expect(subjectOf(two, { kind: "report", label: "" })).toMatch(/, antivirus-notifications and 1 more$/);
  });

  test("names all days of a report about several", () => {
    const over = (first: string) => sampleReport({ window: reportWindow("2026-12-02", "UTC", first) });
    expect(subjectOf(over("2026-12-01"), production)).toContain(", 1–2 Dec, ");
    expect(subjectOf(over("2026-11-29"), production)).toContain(", 29 Nov–2 Dec, ");
  });
});
