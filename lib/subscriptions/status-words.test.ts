import { describe, expect, test } from "vitest";
import { STATUS_REASONS, STATUSES } from "./constants.ts";
import { statusWords } from "./status-words.ts";

describe("a status in words", () => {
  test("uses the product's own names for the two that its help names", () => {
    expect(statusWords({ status: "pending", statusReason: null }).label).toBe("Pending");
    expect(statusWords({ status: "confirmed", statusReason: null }).label).toBe("Confirmed");
  });

  test("explains every status with every reason in whole sentences", () => {
    for (const status of STATUSES)
      for (const statusReason of [null, ...STATUS_REASONS]) {
        const { label, explanation } = statusWords({ status, statusReason });
        expect(label).not.toBe("");
        expect(explanation).toMatch(/^[A-Z].*\.$/);
      }
  });

  test("tells a pending one that waits from one that AWS put back, and what to do about it", () => {
    const waiting = statusWords({ status: "pending", statusReason: null });
    const fellBack = statusWords({ status: "pending", statusReason: "fell-back" });
    expect(waiting).toMatchObject({ tone: "warning", explanation: expect.stringContaining("48 hours") });
    expect(fellBack).toMatchObject({ label: "Pending again", tone: "negative" });
    expect(fellBack.explanation).toContain("resend the confirmation");
  });

  test("tells apart how one was lost", () => {
    const explanations = [null, ...STATUS_REASONS].map(
      (statusReason) => statusWords({ status: "lost", statusReason }).explanation,
    );
    // without a reason it vanished
    expect(new Set(explanations).size).toBe(STATUS_REASONS.length);
  });

  test("only what delivers is positive, and everything that stopped is negative", () => {
    const toneOf = (status: (typeof STATUSES)[number]) => statusWords({ status, statusReason: null }).tone;
    expect(STATUSES.filter((status) => toneOf(status) === "positive")).toEqual(["confirmed"]);
    expect(STATUSES.filter((status) => toneOf(status) === "negative")).toEqual(["deleted", "lost"]);
  });
});
