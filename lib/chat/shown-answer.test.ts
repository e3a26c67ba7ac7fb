import { describe, expect, test } from "vitest";
import { shownAnswer } from "./shown-answer.ts";

const SLACK = "https://hooks.slack.com/services/T012ABCDEF/B034GHIJKL/pLmNoPqRsTuVwXyZ012345";
const TEAMS = "https://prod-1.logic.azure.com/workflows/abc123def456/invoke?sp=%2Ftriggers&sig=aB-c%2FdEfGh";

describe("a webhook's answer as it is shown", () => {
  test("is cut, in one line, and shows what is invisible", () => {
    expect(shownAnswer("no_service", SLACK)).toBe("no_service");
    expect(shownAnswer("a\n\n  b\u202ec", SLACK)).toBe("a b⟨202E⟩c");
    expect(shownAnswer("x".repeat(5_000), SLACK)).toHaveLength(200);
  });

  test.each([
    [`No route for ${SLACK}`, SLACK],
    ["Cannot POST /services/T012ABCDEF/B034GHIJKL/pLmNoPqRsTuVwXyZ012345", SLACK],
    ["token pLmNoPqRsTuVwXyZ012345 is not known", SLACK],
    ["bad signature aB-c/dEfGh in /workflows/abc123def456/invoke", TEAMS],
    ["bad signature aB-c%2FdEfGh", TEAMS],
    [`${"x".repeat(190)} pLmNoPqRsTuVwXyZ012345`, SLACK],
  ])("repeats nothing secret of its address: %s", (text, url) => {
    const shown = shownAnswer(text, url);
    for (const secret of ["pLmNo", "T012ABC", "B034G", "aB-c", "abc123def456"])
      expect(shown).not.toContain(secret);
  });

  test("hides what else is secret", () => {
    expect(shownAnswer("got key s3cr3t-key here", "https://example.com/", ["s3cr3t-key"])).toBe(
      "got key [secret] here",
    );
  });
});
