import { describe, expect, test } from "vitest";
import { SCAN_RESULTS } from "../catalog/index.ts";
import { nearest } from "./spelling.ts";

describe("the nearest word", () => {
  test.each([
    ["infected", "Infected"],
    ["infected allowed", "InfectedAllowed"],
    ["Infectd", "Infected"],
    ["UNSCANABLE", "Unscannable"],
    ["Suspicous", "Suspicious"],
  ])("to %s is %s", (written, meant) => {
    expect(nearest(written, SCAN_RESULTS)).toBe(meant);
  });

  test.each(["", "x", "Eror", "Matching", "Infection", "a".repeat(100_000)])("to %s is none", (written) => {
    expect(nearest(written, SCAN_RESULTS)).toBeUndefined();
  });

  test("is none when two are as near", () => {
    expect(nearest("cleam", ["clean", "cleat"])).toBeUndefined();
    expect(nearest("a_b", ["A-B", "ab"])).toBeUndefined();
    expect(nearest("clean", ["Clean", "cleat"])).toBe("Clean");
  });

  test("counts a word that is listed twice once", () => {
    expect(nearest("Bucket", ["bucket", "key", "bucket"])).toBe("bucket");
  });
});
