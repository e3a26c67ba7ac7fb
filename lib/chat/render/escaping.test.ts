import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Severity } from "@/lib/catalog";
import { NON_JOINER, visibleText } from "@/lib/notifications/visible-text";
import { hostileNotification, hostileText } from "./hostile-text.arbitrary.ts";
import { limitBreaches } from "./limit-breaches.ts";
import { renderFold } from "./render-fold.ts";
import { renderMessage } from "./render-message.ts";
import { notificationOf, TEST_OPTIONS } from "./testing.ts";
import { CHAT_LAYOUTS, CHAT_PLATFORMS, type ChatPlatform, type RenderedMessage } from "./types.ts";

type Node = Record<string, unknown>;

/** Every object within a value. */
function nodesOf(value: unknown): Node[] {
  if (typeof value !== "object" || value === null) return [];
  const children = Object.values(value).flatMap(nodesOf);
  return Array.isArray(value) ? children : [Object.fromEntries(Object.entries(value)), ...children];
}

/** Every text within a value but addresses that a button opens. */
function textsOf(value: unknown): string[] {
  return nodesOf(value).flatMap((node) =>
    Object.entries(node).flatMap(([name, text]) =>
      typeof text === "string" && name !== "url" && name !== "$schema" ? [text] : [],
    ),
  );
}

const LINK = /\]\(https:\/\/console\.example\.com\/[^()\s]*\)$/m;

/** What would format, link, call or hide something, had the text got its way. */
function faultsOf(platform: ChatPlatform, { body }: RenderedMessage): string[] {
  const message = JSON.parse(body);
  const unseen = textsOf(message).filter((text) => {
    const own = text.replaceAll(NON_JOINER, "").replaceAll("\n", "").replaceAll("\t", "");
    return visibleText(own) !== own || !text.isWellFormed();
  });
  return [...unseen.map((text) => `unseen: ${JSON.stringify(text)}`), ...faults[platform](message)];
}

const calls = (text: string) => /@(?!\u200c)/.test(text) || /(?<!\bs3):\/\/|\bwww\./i.test(text);
const withoutCode = (text: string) => text.replace(/```[^`]*```|`[^`\n]*`/g, "");

const faults: Record<ChatPlatform, (message: Node) => string[]> = {
  slack(message) {
    const quiet = message.parse === "none" && message.link_names === false ? [] : ["not quiet"];
    const raw = textsOf(message).filter((text) => /[<>]|&(?!(amp|lt|gt);)/.test(text));
    const marked = nodesOf(message).filter(({ type }) => type === "mrkdwn");
    const formatted = marked.filter(({ text, verbatim }) => {
      const rest = withoutCode(String(text)).replace(/\*[^*\n]*\*/g, "");
      return verbatim !== true || /[`*_~<>@#{}[\]\\|]|:\/\/|:(?!\d\d:)\w+:/.test(rest);
    });
    const plain = nodesOf(message).flatMap(({ type, text, fallback }) => [
      ...(type === "plain_text" ? [String(text)] : []),
      ...(fallback === undefined ? [] : [String(fallback)]),
    ]);
    const named = plain.filter((text) => /@(?!\u200c)/.test(text));
    return [...quiet, ...raw, ...formatted.map(({ text }) => String(text)), ...named];
  },
  teams(message) {
    const nodes = nodesOf(message);
    const markdown = nodes.filter(({ type, entities }) => type === "TextBlock" || entities !== undefined);
    const texts = nodes.flatMap(({ type, text }) => (type === "TextRun" ? [String(text)] : []));
    const facts = nodes.flatMap(({ title, value }) =>
      value === undefined ? [] : [String(title), String(value)],
    );
    const live = [...texts, ...facts].filter((text) => /\{\{|<\/?at/i.test(text) || calls(text));
    const formatted = facts.filter((text) =>
      /[`*_~[\]()<>#|&]|^\s*([-+]|\d+\.)/.test(text.replace(/\\[\\`*_~[\]()<>#|!&.+-]/g, "x")),
    );
    return [...markdown.map((node) => JSON.stringify(node)), ...live, ...formatted];
  },
  chime({ Content }) {
    const content = String(Content).replace(LINK, "]");
    const rest = withoutCode(content.replace(/^\/md /, "")).replace(
      /^- |^### |\*\*[^*\n]*\*\*|^\[[\w ]+\]$/gm,
      "",
    );
    const formatted = /[`*_~<>@#{}[\]\\|]|:\/\/|:(?!\d\d:)\w+:/.test(rest) ? [rest] : [];
    return [
      ...(content.startsWith("/md ") ? [] : ["no markdown"]),
      ...(calls(content) ? [content] : []),
      ...formatted,
    ];
  },
  webhook: () => [],
};

/** Ended early on a busy machine, and so is the search for a smaller counterexample. */
const RUNS = { numRuns: 150, interruptAfterTimeLimit: 4_000 };

const chats = CHAT_PLATFORMS.filter((platform) => platform !== "webhook");
const cells = chats.flatMap((platform) => CHAT_LAYOUTS.map((layout) => ({ platform, layout })));

describe.each(cells)("$layout for $platform", ({ platform, layout }) => {
  test("keeps limits and lets no text format, link or call, whatever it holds", () => {
    fc.assert(
      fc.property(hostileNotification, hostileText, (notification, topicName) => {
        const rendered = renderMessage(platform, layout, notification, { ...TEST_OPTIONS, topicName });
        expect(limitBreaches(platform, rendered)).toEqual([]);
        expect(faultsOf(platform, rendered)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe.each(["&", "@", "`", "_", "\\", '"', "{", "😀", "\u202e", "\ud800", "é", "x"])(
  "texts of nothing but %j",
  (character) => {
    const long = character.repeat(1_500);
    const item = { engine: long, result: long, virusName: [long, long], message: long, engineVersion: long };
    const body = JSON.stringify({
      ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${long}${n}`, long])),
      scanResults: Array(60).fill(item),
      [`${long}list`]: Array(60).fill({ [`${long}a`]: long, [`${long}b`]: long }),
    });
    const attributes = {
      notificationType: { type: "String", value: long },
      bucket: { type: "String", value: long },
    };
    const notification = notificationOf({ subject: long, attributes, body });

    test.each(cells)("keep the limits in $layout for $platform", ({ platform, layout }) => {
      const rendered = renderMessage(platform, layout, notification, { ...TEST_OPTIONS, topicName: long });
      expect(limitBreaches(platform, rendered)).toEqual([]);
      expect(faultsOf(platform, rendered)).toEqual([]);
    });
  },
);

test("a webhook's JSON is JSON whatever a message holds, and shows nothing hidden on the way", () => {
  fc.assert(
    fc.property(hostileNotification, (notification) => {
      const { body } = renderMessage("webhook", "detailed", notification, TEST_OPTIONS);
      expect(JSON.parse(body)).toMatchObject({ version: 1, messageId: notification.messageId });
      expect(body).toBe(visibleText(body));
    }),
    RUNS,
  );
});

test.each(CHAT_PLATFORMS)("a fold for %s keeps limits and escapes its words", (platform) => {
  const group = fc.record({
    type: fc.option(hostileText),
    result: fc.option(hostileText),
    severity: fc.constantFrom<Severity>("critical", "high", "none", "system"),
    count: fc.integer({ min: 1, max: 5_000 }),
  });
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 40 }), (groups) => {
      const rendered = renderFold(platform, { topicId: "t", windowMs: 60_000, groups }, TEST_OPTIONS);
      expect(limitBreaches(platform, rendered)).toEqual([]);
      if (platform !== "webhook") expect(faultsOf(platform, rendered)).toEqual([]);
    }),
    RUNS,
  );
});
