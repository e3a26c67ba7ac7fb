import { describe, expect, test } from "vitest";
import { NOTIFICATION_TYPES } from "@/lib/catalog";
import { limitBreaches } from "./limit-breaches.ts";
import { renderMessage } from "./render-message.ts";
import { notificationOf, TEST_MESSAGES, TEST_OPTIONS } from "./testing.ts";
import { CHAT_LAYOUTS, CHAT_PLATFORMS, type RenderedMessage } from "./types.ts";

const cells = CHAT_PLATFORMS.flatMap((platform) => CHAT_LAYOUTS.map((layout) => ({ platform, layout })));

/** JSON indented, and Chime's text as it is read. */
function readable({ contentType, body }: RenderedMessage): string {
  if (!contentType.startsWith("application/json")) return body;
  const value = JSON.parse(body);
  return typeof value.Content === "string" ? value.Content : JSON.stringify(value, null, 1);
}

test("the messages are of every type and result", () => {
  const types = new Set(TEST_MESSAGES.map(({ notification }) => notification.type));
  expect([...NOTIFICATION_TYPES].filter((type) => !types.has(type))).toEqual([]);
  expect(TEST_MESSAGES.length).toBeGreaterThan(25);
});

describe.each(cells)("$layout for $platform", ({ platform, layout }) => {
  test("shows every type as it did", async () => {
    const shown = TEST_MESSAGES.map(({ id, notification }) => {
      const rendered = renderMessage(platform, layout, notification, TEST_OPTIONS);
      return `== ${id}\n${readable(rendered)}\n`;
    });
    await expect(shown.join("\n")).toMatchFileSnapshot(`./snapshots/${platform}-${layout}.txt`);
  });

  test.each(TEST_MESSAGES)("of $id keeps the platform's limits", ({ notification }) => {
    const rendered = renderMessage(platform, layout, notification, TEST_OPTIONS);
    expect(limitBreaches(platform, rendered)).toEqual([]);
  });

  test("of a message as large as SNS takes keeps the platform's limits", () => {
    const buckets = Array.from({ length: 2_000 }, (_, n) => ({ bucketName: `bucket-${n}`.padEnd(63, "&") }));
    const notification = notificationOf({
      subject: "S".repeat(100),
      attributes: { notificationType: { type: "String", value: "bucketsDiscovered" } },
      body: JSON.stringify({ count: 5_000, accountId: "1", buckets }),
    });
    const rendered = renderMessage(platform, layout, notification, TEST_OPTIONS);
    expect(limitBreaches(platform, rendered)).toEqual([]);
    if (layout === "detailed" && platform !== "webhook")
      expect(rendered.body).toMatch(/and \d,?\d{3} more|and \d+ more/);
    if (layout === "raw" && platform !== "webhook") expect(rendered.body).toMatch(/and \d+ more characters/);
  });
});

describe("the line of an infected object", () => {
  const infected = TEST_MESSAGES.find(({ id }) => id === "antivirus/scanResult/Infected/current");
  if (!infected) throw new Error("The sample is gone");
  const line =
    "🚨 Infected - s3://css-protect-versioning/uploads/invoice-2025-06.zip - EICAR-AV-Test - moved to quarantine";

  test("tells severity, object, malware and action", () => {
    const { body } = renderMessage("webhook", "compact", infected.notification, TEST_OPTIONS);
    expect(JSON.parse(body).text).toBe(line);
    expect(JSON.parse(renderMessage("slack", "compact", infected.notification, TEST_OPTIONS).body).text).toBe(
      line,
    );
  });

  test("leads to the message in the console, and nowhere when the console has no address", () => {
    const rendered = (consoleUrl: string | null) =>
      CHAT_PLATFORMS.map(
        (platform) =>
          renderMessage(platform, "detailed", infected.notification, { ...TEST_OPTIONS, consoleUrl }).body,
      );
    const href = "https://console.example.com/monitoring/notifications/4711?topic=topic-1";
    for (const body of rendered(TEST_OPTIONS.consoleUrl)) expect(body).toContain(href);
    for (const body of rendered(null)) expect(body).not.toContain("monitoring/notifications");
  });

  test("of one that is not stored leads to the history", () => {
    const preview = { ...infected.notification, id: null };
    const { body } = renderMessage("teams", "detailed", preview, TEST_OPTIONS);
    expect(body).toContain('"https://console.example.com/monitoring/notifications?topic=topic-1"');
  });
});

test("a long key keeps its beginning and its end", () => {
  const key = `${"a".repeat(500)}/end.exe`;
  const notification = notificationOf({
    subject: null,
    attributes: { notificationType: { type: "String", value: "scanResult" } },
    body: JSON.stringify({ bucketName: "b", key, result: "Infected", scanResults: [] }),
  });
  const { text } = JSON.parse(renderMessage("webhook", "compact", notification, TEST_OPTIONS).body);
  expect(text).toMatch(/s3:\/\/b\/a+…a+\/end\.exe/);
});

test("a webhook's raw message is the published one, byte for byte", () => {
  for (const { notification } of TEST_MESSAGES)
    expect(renderMessage("webhook", "raw", notification, TEST_OPTIONS).body).toBe(notification.body);
});

test("raw JSON that fits means the same in a chat", () => {
  const body = JSON.stringify({ key: "a`b\u202e<c>&d", list: ["@here"] });
  const notification = notificationOf({ subject: null, attributes: {}, body });
  const { blocks } = JSON.parse(renderMessage("slack", "raw", notification, TEST_OPTIONS).body);
  const code = blocks[0].text.text.replace(/^```\n|\n```$/g, "");
  const unescaped = code.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
  expect(JSON.parse(unescaped)).toEqual(JSON.parse(body));
});
