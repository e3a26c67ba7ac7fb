import { describe, expect, test } from "vitest";
import { mailDocument } from "./mail-document.ts";

describe("mailDocument", () => {
  const document = mailDocument("<p>Hello</p>", "dark");

  test("states its rules before anything of the mail can count", () => {
    const policy = document.indexOf("Content-Security-Policy");
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(document.indexOf("<p>Hello</p>"));
    expect(document).toContain("default-src 'none'");
  });

  test("opens links in a new tab", () => {
    expect(document).toContain('<base target="_blank">');
  });

  test("takes the theme it is told", () => {
    expect(document).toContain(":root { color-scheme: dark }");
    expect(mailDocument("", "light dark")).toContain(":root { color-scheme: light dark }");
  });

  describe("of a whole document", () => {
    const whole =
      '<!DOCTYPE html><html lang="de"><head><title>Bericht</title></head><body>Hallo</body></html>';
    const shown = mailDocument(whole, "dark");

    test("states the same rules first", () => {
      expect(shown.indexOf("default-src 'none'")).toBeGreaterThan(0);
      expect(shown.indexOf("default-src 'none'")).toBeLessThan(shown.indexOf(whole));
      expect(shown).toContain('<base target="_blank">');
    });

    test("leaves its language, head and looks to it", () => {
      expect(shown.slice(0, shown.indexOf(whole))).not.toMatch(/lang=|<title>|<style>|<body/);
    });
  });
});
