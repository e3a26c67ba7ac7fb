import { expect, test } from "vitest";
import { exportCautions, exportCount } from "./export-words.ts";

const none = { exported: 3, unknown: 0, paused: 0, leftOut: 0, tooMany: 0 };

test("says nothing where there is nothing to beware of", () => {
  expect(exportCautions(none)).toEqual([]);
  expect(exportCount({ exported: 1 })).toBe("1 subscription");
});

test("says what is marked, what is paused and what is left out", () => {
  expect(exportCautions({ ...none, unknown: 1, paused: 2, leftOut: 1, tooMany: 1200 })).toEqual([
    expect.stringMatching(/^The filter of 1 is not known here.* marks it:/),
    expect.stringMatching(/^2 paused/),
    expect.stringMatching(/^1 left out, because AWS has it no more/),
    expect.stringMatching(/^1,200 more/),
  ]);
});
