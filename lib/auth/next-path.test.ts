import { describe, expect, test } from "vitest";
import { nextPath } from "./next-path.ts";

describe("nextPath", () => {
  test.each([
    "/",
    "/setup/topics",
    "/configuration/proactive-notifications?topic=a&status=lost,deleted#top",
    "/monitoring/audit?q=%2F%2Fevil.example",
  ])("keeps %s", (path) => {
    expect(nextPath(path)).toBe(path);
  });

  test.each([
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/\t/evil.example/",
    "/.//evil.example/",
    "/..//evil.example/",
    "javascript:alert(1)",
    "monitoring/audit",
    "",
    "//",
    "/sign-in?next=/sign-in",
    "/api/auth/sign-out",
    undefined,
    ["/monitoring/audit"],
  ])("refuses %j", (wanted) => {
    expect(nextPath(wanted)).toBe("/");
  });
});
