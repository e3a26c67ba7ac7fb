import { describe, expect, test } from "vitest";
import { CHAT_LAYOUTS, CHAT_PLATFORMS } from "./constants.ts";
import { type Preview, previewOf } from "./preview.ts";
import { renderMessage } from "./render/render-message.ts";
import { asNotification, chatSamples } from "./sample-message.ts";

const topic = { id: "t", arn: "arn:aws:sns:us-east-1:123456789012:t", name: "production", products: [] };
const products = ["antivirus", "classification"] as const;
const options = { consoleUrl: "https://console.example.com", topicName: "production" };
const at = new Date("2026-11-20T08:15:42Z");

function wordsOf({ rows }: Preview): string {
  return rows
    .map((row) => {
      if (row.kind === "block") return row.text;
      if (row.kind === "button") return row.label;
      if ("spans" in row) return row.spans.map(({ text }) => text).join("");
      return row.fields.flatMap(({ title, value }) => [...title, ...value].map(({ text }) => text)).join(" ");
    })
    .join("\n");
}

const previews = CHAT_PLATFORMS.flatMap((platform) =>
  CHAT_LAYOUTS.flatMap((layout) => chatSamples(products).map((sample) => ({ platform, layout, sample }))),
);

describe("a preview", () => {
  test.each(previews)(
    "$platform, $layout, $sample.title: shows words, and no mark-up",
    ({ platform, layout, sample }) => {
      const notification = asNotification(sample, topic, { at, isDrill: false });
      const preview = previewOf(platform, renderMessage(platform, layout, notification, options).body);
      expect(preview.rows.length).toBeGreaterThan(0);
      const words = wordsOf(preview);
      expect(words.trim()).not.toBe("");
      if (layout === "raw" || platform === "webhook") return;
      expect(words).not.toMatch(/\*\*|`|&amp;|&lt;|\\[_*]|^\/md/m);
    },
  );

  test("has a heading, fields and a button where the layout has them", () => {
    const [sample] = chatSamples(products);
    if (!sample) throw new Error("The catalog has samples.");
    const notification = asNotification(sample, topic, { at, isDrill: false });
    for (const [platform, kind] of [
      ["slack", "fields"],
      ["teams", "pairs"],
    ] as const) {
      const { rows } = previewOf(platform, renderMessage(platform, "detailed", notification, options).body);
      expect(new Set(rows.map((row) => row.kind))).toEqual(
        new Set(["heading", "text", kind, "context", "button"]),
      );
    }
  });

  test("shows what it cannot read as it is", () => {
    expect(previewOf("slack", "{").rows).toEqual([{ kind: "block", text: "{" }]);
  });
});
