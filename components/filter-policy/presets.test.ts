import { describe, expect, test } from "vitest";
import { allowed, type ProductId } from "@/lib/catalog";
import { isPreset, presetSelection, presetsFor } from "./presets.ts";

const modes: ProductId[][] = [["antivirus"], ["classification"], ["antivirus", "classification"]];

describe.each(modes.map((mode) => ({ mode })))("presets of $mode", ({ mode }) => {
  test("are selections that can match", () => {
    for (const preset of presetsFor(mode))
      expect(allowed(mode, presetSelection(preset))).toMatchObject({ ok: true });
  });

  test("tell themselves apart", () => {
    const presets = presetsFor(mode);
    for (const preset of presets) {
      const same = presets.filter((other) => isPreset(other, presetSelection(preset)));
      expect(same).toEqual([preset]);
    }
  });
});

test("offers a product only what it publishes", () => {
  expect(presetsFor(["antivirus"]).map(({ id }) => id)).toEqual([
    "problem-files",
    "scan-audit",
    "buckets",
    "platform",
  ]);
  expect(presetsFor(["classification"]).map(({ id }) => id)).toEqual([
    "matching-files",
    "classification-audit",
    "buckets",
    "platform",
  ]);
});

test("knows a preset whatever the order, and not with one result more", () => {
  const [problemFiles] = presetsFor(["antivirus"]);
  if (!problemFiles) throw new Error("no preset");
  const selection = presetSelection(problemFiles);
  expect(isPreset(problemFiles, { ...selection, results: selection.results.toReversed() })).toBe(true);
  expect(isPreset(problemFiles, { ...selection, results: [...selection.results, "Clean"] })).toBe(false);
});
