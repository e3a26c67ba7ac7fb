import { expect, test } from "vitest";
import { limitBreaches } from "./limit-breaches.ts";
import type { ChatPlatform } from "./types.ts";

const breaches = (platform: ChatPlatform, message: object) =>
  limitBreaches(platform, { contentType: "application/json", body: JSON.stringify(message) });

const text = (length: number, type = "mrkdwn") => ({ type, text: "x".repeat(length) });
const button = (label: number, url: number) => ({
  type: "actions",
  elements: [{ type: "button", text: text(label, "plain_text"), url: "u".repeat(url) }],
});
const fields = (count: number, length: number) => ({
  type: "section",
  fields: Array.from({ length: count }, () => text(length)),
});

test.each([
  ["a text of 4,000 characters", { text: "x".repeat(4_000) }, { text: "x".repeat(4_001) }],
  ["a section of 3,000", section(3_000), section(3_001)],
  ["ten fields", blocks(fields(10, 1)), blocks(fields(11, 1))],
  ["a field of 2,000", blocks(fields(1, 2_000)), blocks(fields(1, 2_001))],
  ["a header of 150", header(150), header(151)],
  ["a button's text of 75", blocks(button(75, 10)), blocks(button(76, 10))],
  ["a button's address of 3,000", blocks(button(1, 3_000)), blocks(button(1, 3_001))],
  ["ten elements of context", context(10), context(11)],
  ["50 blocks", blocks(...Array(50).fill(fields(1, 1))), blocks(...Array(51).fill(fields(1, 1)))],
  ["blocks of 12,000 characters", blocks(...rows(3)), blocks(...rows(5))],
  ["the same in an attachment", { attachments: [header(150)] }, { attachments: [header(151)] }],
])("Slack takes %s and no more", (_what, most, more) => {
  expect(breaches("slack", most)).toEqual([]);
  expect(breaches("slack", more)).toHaveLength(1);
});

test("Slack takes no empty text, no section of nothing, and no markup in a header", () => {
  expect(breaches("slack", section(0))).toEqual(["section: empty"]);
  expect(breaches("slack", blocks({ type: "section" }))).toEqual(["a section without text and fields"]);
  expect(breaches("slack", blocks({ type: "header", text: text(5) }))).toEqual(["a header is no plain text"]);
});

test("Teams takes 20,000 bytes", () => {
  const message = (length: number) => ({ t: "é".repeat(length) });
  expect(breaches("teams", message(9_996))).toEqual([]);
  expect(breaches("teams", message(9_997))).toEqual(["message: 20002 of 20000"]);
});

test("Chime takes 4,096 bytes of text, however JSON writes it", () => {
  expect(breaches("chime", { Content: "\n".repeat(4_096) })).toEqual([]);
  expect(breaches("chime", { Content: "é".repeat(2_049) })).toEqual(["Content: 4098 of 4096"]);
});

function blocks(...list: object[]) {
  return { blocks: list };
}

function section(length: number) {
  return blocks({ type: "section", text: text(length) });
}

function header(length: number) {
  return blocks({ type: "header", text: text(length, "plain_text") });
}

function context(elements: number) {
  return blocks({ type: "context", elements: Array(elements).fill(text(1, "plain_text")) });
}

function rows(count: number) {
  return Array(count).fill({ type: "section", text: text(2_900) });
}
