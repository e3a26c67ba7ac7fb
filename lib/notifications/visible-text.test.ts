import { expect, test } from "vitest";
import { visibleJson, visibleText } from "./visible-text.ts";

test("spells out what would turn the order of letters around", () => {
  expect(visibleText("invoice\u202efdp.exe")).toBe("invoice⟨202E⟩fdp.exe");
  expect(visibleText("a\u2066b\u2069\u200f")).toBe("a⟨2066⟩b⟨2069⟩⟨200F⟩");
});

test("spells out what nobody sees, line breaks included", () => {
  expect(visibleText("a\u200bb\u0000c\nd\u0085e\u2028f\ufeff")).toBe(
    "a⟨200B⟩b⟨0000⟩c⟨000A⟩d⟨0085⟩e⟨2028⟩f⟨FEFF⟩",
  );
});

test("spells out letters that look like nothing, and text spelt in tags", () => {
  expect(visibleText("a\u3164b\u115fc\u034fd\u{e0041}\u{e007f}")).toBe(
    "a⟨3164⟩b⟨115F⟩c⟨034F⟩d⟨E0041⟩⟨E007F⟩",
  );
});

test("leaves every other text as it is", () => {
  const text = "Grüße/日本語/עברית/👩‍🚀 file (1).pdf".replace("\u200d", "");
  expect(visibleText(text)).toBe(text);
});

test("JSON means the same with its hidden characters escaped", () => {
  const value = { "k\u202e": "a\u2066b\u0007\u2028", list: ["\u200f", "\u{e0041}"] };
  const json = visibleJson(JSON.stringify(value, null, 2));
  expect(json).not.toMatch(/[\u202e\u2066\u2028\u200f\u{e0041}]/u);
  expect(JSON.parse(json)).toEqual(value);
});
