import { expect, test, vi } from "vitest";
import { AppError } from "./errors.ts";

test("a refusal is recognised across bundles, each of which has its own copy of the class", async () => {
  vi.resetModules();
  const other = await import("./errors.ts");
  expect(other.AppError).not.toBe(AppError);
  expect(new other.AppError("conflict", "Taken.") instanceof AppError).toBe(true);
});

test("any other error is none", () => {
  for (const value of [new Error("x"), { name: "AppError" }, null, undefined, "AppError"])
    expect(value instanceof AppError).toBe(false);
});
