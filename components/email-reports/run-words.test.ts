import { describe, expect, test } from "vitest";
import type { DeliveryState } from "@/lib/email-reports/constants";
import { daysWords, runLook } from "./run-words.ts";

const deliveries = (...states: DeliveryState[]) =>
  states.map((state, index) => ({
    id: String(index),
    recipient: "a@example.com",
    state,
    attempts: 1,
    at: null,
    error: null,
    requestId: null,
  }));

describe("a run", () => {
  test("whose mails all went out is sent", () => {
    expect(runLook({ state: "sent", deliveries: deliveries("sent", "sent") })).toEqual({
      tone: "positive",
      label: "Sent",
      detail: "2 sent",
    });
  });

  test("never looks well when one mail failed or is in doubt", () => {
    expect(runLook({ state: "sent", deliveries: deliveries("sent", "unknown") })).toMatchObject({
      tone: "warning",
      detail: "1 unknown, 1 sent",
    });
    expect(runLook({ state: "sent", deliveries: deliveries("sent", "unknown", "failed") })).toMatchObject({
      tone: "warning",
      label: "Partly sent",
    });
  });
});

test("names the days it is about", () => {
  expect(daysWords({ firstDay: "2026-11-21", day: "2026-11-21" })).toBe("Sat 21 Nov 2026");
  expect(daysWords({ firstDay: "2026-11-20", day: "2026-11-22" })).toBe("20 Nov to Sun 22 Nov 2026");
});
