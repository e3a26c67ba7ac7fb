import { describe, expect, test } from "vitest";
import { composeMail, type MailEnvelope } from "./compose-mail.ts";

const envelope: MailEnvelope = {
  from: { name: "Größe, Reports", address: "reports@example.com" },
  to: "info@xn--bcher-kva.example",
  messageId: "<report.abc@notifications.example.com>",
  date: new Date("2026-11-22T07:00:00Z"),
  unsubscribeUrl: "https://notifications.example.com/unsubscribe?token=abc",
};
const report = { subject: "[3 infected] Report – ⟨202E⟩", html: "<p>Grün</p>", text: "Grün\n" };
const mail = async (change: Partial<MailEnvelope> = {}) =>
  new TextDecoder().decode(await composeMail({ ...envelope, ...change }, report));
const headersOf = (raw: string) => raw.split("\r\n\r\n")[0]?.replace(/\r\n[ \t]+/g, " ") ?? "";

describe("a mail", () => {
  test("has the same id and date however often it is made", async () => {
    const headers = headersOf(await mail());
    expect(headers).toContain("Message-ID: <report.abc@notifications.example.com>");
    expect(headers).toContain("Date: Sun, 22 Nov 2026 07:00:00 +0000");
  });

  test("can be unsubscribed from with one click, and answers no machine", async () => {
    const headers = headersOf(await mail());
    expect(headers).toContain("List-Unsubscribe: <https://notifications.example.com/unsubscribe?token=abc>");
    expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(headers).toContain("Auto-Submitted: auto-generated");
    expect(headersOf(await mail({ unsubscribeUrl: null }))).not.toContain("List-Unsubscribe");
  });

  test("is ASCII on the wire, with the text before the HTML", async () => {
    const raw = await mail();
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/);
    expect(headersOf(raw)).toContain("Content-Type: multipart/alternative");
    expect(raw.indexOf("text/plain")).toBeGreaterThan(0);
    expect(raw.indexOf("text/html")).toBeGreaterThan(raw.indexOf("text/plain"));
    for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
  });

  test("goes to one recipient, whatever stands in the sender's name", async () => {
    const raw = await mail({ from: { name: "Reports\r\nBcc: x@evil.com", address: "reports@example.com" } });
    expect(headersOf(raw)).not.toMatch(/^Bcc:/m);
    expect(headersOf(raw)).toContain("To: info@xn--bcher-kva.example");
  });
});
