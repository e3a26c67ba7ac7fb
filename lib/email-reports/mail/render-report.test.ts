import { describe, expect, test } from "vitest";
import { NON_JOINER } from "@/lib/notifications/visible-text";
import type { ReportFigures } from "../figures.ts";
import { cleanFigures, foundFigures, sampleFile, sampleReport, sampleTopic } from "../testing.ts";
import { reportWindow } from "../window.ts";
import { MAX_HTML_BYTES, type RenderOptions, renderReport } from "./render-report.ts";
import { LINE_WIDTH, widthOf } from "./text/layout.ts";

const options: RenderOptions = {
  label: "production",
  kind: "report",
  consoleUrl: "https://notifications.example.com",
  unsubscribeUrl: "https://notifications.example.com/unsubscribe?token=abc",
};
const render = (change: Partial<ReportFigures> = {}, by: Partial<RenderOptions> = {}) =>
  renderReport(sampleReport(change), { ...options, ...by });
const found = foundFigures();
const seen = (text: string) => text.replaceAll(NON_JOINER, "");

/** The most that a name can cost: every character is escaped or spelt out. */
const COSTLY = '"&<\u202e.@日'.repeat(200);
const hostile = (): ReportFigures => {
  const ten = <T>(make: (n: number) => T) => ({
    rows: Array.from({ length: 10 }, (_, n) => make(n)),
    more: 999,
  });
  const file = {
    ...sampleFile,
    label: COSTLY,
    key: COSTLY,
    bucket: COSTLY,
    accountId: COSTLY,
    uploadedBy: COSTLY,
    actionTaken: COSTLY,
    names: [COSTLY],
  };
  const product = {
    ...found,
    results: found.results.map((result) => ({ ...result, label: COSTLY })),
    findings: ten((n) => ({
      name: `${n}${COSTLY}`,
      engines: [COSTLY],
      count: 1e9,
      lastSeen: sampleFile.at,
      bucket: COSTLY,
      otherBuckets: 9,
    })),
    newest: ten((id) => ({ ...file, id })),
    accounts: ten((n) => ({ name: `${n}${COSTLY}`, critical: 1, problems: 1 })),
    buckets: ten((n) => ({ name: `${n}${COSTLY}`, critical: 1, problems: 1 })),
  };
  const classification = {
    ...product,
    product: "classification",
    resultType: "classificationResult",
  } as const;
  return sampleReport({ products: [product, classification] });
};

describe("the report as HTML", () => {
  test("names its language, its colour schemes and its preheader, and loads nothing", async () => {
    const { html } = await render({ products: [found] });
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain("@media (prefers-color-scheme:dark)");
    expect(html).toContain("42,310 results received.");
    expect(html).not.toMatch(/<img|<link|<script|url\(|@import|@font-face|src=/);
  });

  test("has headers in every table of data, and presentation for every other", async () => {
    const { html } = await render({ products: [found] });
    const tables = html.split("<table").slice(1);
    const data = tables.filter((table) => !table.startsWith(' role="presentation"'));
    expect(data).toHaveLength(5);
    for (const table of data) expect(table).toMatch(/^ aria-label="[^"]+"[^>]*><thead><tr><th scope="col"/);
  });

  test("stays below what Gmail shows, however costly the names are", async () => {
    const { html } = await renderReport(hostile(), options);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MAX_HTML_BYTES);
    const usual = await render({ products: [found] });
    expect(Buffer.byteLength(usual.html)).toBeLessThan(MAX_HTML_BYTES / 2);
  });

  test("escapes what attackers name, and links to nothing but the console", async () => {
    const key = '<b onclick="x">http://evil.com/\u202egpj.exe';
    const { html } = await render({
      products: [
        {
          ...found,
          newest: { rows: [{ ...sampleFile, key, names: ["<script>alert(1)</script>"] }], more: 0 },
        },
      ],
    });
    expect(seen(html)).toContain("&lt;b onclick=&quot;x&quot;&gt;http://evil.com/⟨202E⟩gpj.exe");
    expect(seen(html)).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).not.toMatch(/<script|<b onclick/);
    for (const [, href = ""] of html.matchAll(/href="([^"]*)"/g))
      expect(href).toMatch(/^https:\/\/notifications\.example\.com\//);
  });
});

describe("the report as text", () => {
  test("says all that the HTML says, in lines that stay whole", async () => {
    const { text, html } = await render({ products: [found] });
    for (const words of [
      "3 INFECTED, 3 OTHER PROBLEM FILES",
      "Win.Test.EICAR_HDB-1",
      "customer-uploads",
      "Sun 15 Nov",
      "42,304",
    ])
      expect(seen(text)).toContain(words);
    for (const [, title = ""] of html.matchAll(/<h2[^>]*>([^<]+)</g)) expect(text).toContain(title);
    const long = text.split("\n").filter((line) => widthOf(line) > LINE_WIDTH && !line.includes("https://"));
    expect(long).toEqual([]);
    expect(text).not.toMatch(/<[a-z]|&[a-z]+;/);
  });

  test("aligns its tables", async () => {
    const { text } = await render({ products: [found] });
    const lines = text.split("\n");
    const head = lines.findIndex((line) => line.startsWith("Result "));
    const ends = lines.slice(head, head + 9).map((line) => line.length);
    expect(new Set(ends).size).toBe(1);
    expect(lines[head + 2]).toMatch(/^Infected +3 +1 +0\.7$/);
  });

  test("cuts the middle of long names to fit its tables", async () => {
    const { text } = await renderReport(hostile(), options);
    const table = seen(text).split("Malware detected\n")[1]?.split("\n\n")[0] ?? "";
    for (const line of table.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(LINE_WIDTH);
  });
});

describe("what the report says", () => {
  test("that nothing was found, without empty tables", async () => {
    const { text, html } = await render();
    expect(html).toMatch(/<h1[^>]*>No problem files were found<\/h1>/);
    expect(text).not.toMatch(/Malware detected|Newest problem files|by bucket/);
    expect(text).toContain("No subscription is lost, overdue or unable to match");
    expect(html).toContain("No subscription needs a look as of 22 Nov, 08:00.");
  });

  test("why it may be too low", async () => {
    const { text } = await render({ topics: [{ ...sampleTopic, feed: "off" }] });
    expect(text).toContain("antivirus-notifications: the console does not receive what this topic");
  });

  test("how delivery stands", async () => {
    const { text } = await render({
      topics: [
        { ...sampleTopic, pending: 3, overdue: 2, lost: 1, neverMatching: 1, blindSpots: "Trial expiring" },
      ],
      forwards: [{ name: "EventBridge", waiting: 0, failed: 2, reason: null }],
    });
    expect(text.split("Delivery of notifications")[1]).toContain(
      [
        "! Nobody is told of: Trial expiring.",
        "! 1 subscription is gone, though nobody removed it here.",
        "! 1 subscription has a filter that can never match.",
        "! 2 subscriptions are unconfirmed for more than a day.",
        "  1 subscription is waiting for confirmation.",
        "  12 subscriptions are confirmed.",
        "! EventBridge: 2 notifications could not be forwarded.",
      ].join("\n"),
    );
  });

  test("that a day was longer, and that it makes up for days without a report", async () => {
    const long = await render({ window: reportWindow("2026-10-25", "Europe/Berlin") });
    expect(long.text).toContain("Sunday 25 October 2026, Europe/Berlin (25 hours, as the clock changed)");
    const several = await render({ window: reportWindow("2026-11-21", "UTC", "2026-11-19") });
    expect(several.text).toContain("3 days to Saturday 21 November 2026, UTC");
    expect(several.text).toContain("makes up for 2 days about which none was sent");
  });

  test("that keys are left out in privacy mode", async () => {
    const rows = [{ ...sampleFile, key: null, uploadedBy: null }];
    const { text } = await render({ isPrivate: true, products: [{ ...found, newest: { rows, more: 0 } }] });
    expect(text).toContain("Object keys and who uploaded them are left out.");
    expect(text).not.toContain("Uploaded by");
  });

  test("what a dash stands for, and that details are gone", async () => {
    const none = { count: 4, before: null, mean: null };
    const { text } = await render({ products: [{ ...cleanFigures(), total: none, forgotten: 4 }] });
    expect(text.replace(/\s+/g, " ")).toContain(
      "A dash stands for days on which the console was not receiving yet. The details of 4 problem files are no longer kept.",
    );
  });

  test("what it is when it is a sign of life, and whom to tell to stop", async () => {
    const sign = await render({}, { kind: "heartbeat" });
    expect(sign.text).toContain("weekly sign");
    expect(sign.text).toContain("Unsubscribe: https://notifications.example.com/unsubscribe?token=abc");
    const preview = await render({}, { unsubscribeUrl: null });
    expect(preview.text).not.toContain("Unsubscribe");
  });
});
