import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cutMiddle } from "@/lib/notifications/cut";
import { NON_JOINER } from "@/lib/notifications/visible-text";
import { FOREIGN_LENGTH, foreignText, headerText, numberText, shownWords } from "./words.ts";

const seen = (text: string) => text.replaceAll(NON_JOINER, "");

describe("foreign text", () => {
  test("shows characters that turn the order of others around", () => {
    expect(seen(foreignText("invoice\u202efdp.exe"))).toBe("invoice⟨202E⟩fdp.exe");
    expect(seen(foreignText("a\u0000\n\u200bb\u2066"))).toBe("a⟨0000⟩⟨000A⟩⟨200B⟩b⟨2066⟩");
  });

  test("loses its middle, never its end, and no half of a character", () => {
    const key = `${"😀".repeat(100)}.exe`;
    const shown = seen(foreignText(key));
    expect([...shown]).toHaveLength(FOREIGN_LENGTH);
    expect(shown).toMatch(/^😀+…😀+\.exe$/u);
  });

  test.each([
    "evil.com",
    "www.evil.com/path",
    "http://evil.com",
    "https://intranet/a",
    "a@evil.com",
    "mailto:a@evil.com",
    "//evil.com",
    "\\\\host\\share",
    "evil。com",
  ])("holds nothing of which an address could be made: %s", (text) => {
    const shown = foreignText(text);
    expect(seen(shown)).toBe(text);
    for (const word of shown.split(/\s/)) expect(addressIn(word)).toBeNull();
  });

  test("is shown as it is but for that, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const shown = foreignText(text);
        expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Cc}]/u);
        expect([...seen(shown)].length).toBeLessThanOrEqual(FOREIGN_LENGTH);
        expect(addressIn(shown)).toBeNull();
      }),
    );
  });
});

/** What a mail program would take for a link: something with a dot or an @ that parses as a host. */
function addressIn(text: string): string | null {
  const [, candidate = ""] = /((?:[a-z]+:\/\/|www\.)?[^\s<>]+[.@。．｡][^\s<>]+)/iu.exec(text) ?? [];
  if (candidate === "") return /[a-z]+:\/\/|\\\\/i.exec(text)?.[0] ?? null;
  const host = candidate.replace(/^[a-z]+:\/\//i, "").split(/[/?#]/)[0] ?? "";
  return URL.canParse(`http://${host}`) && /[.@]/.test(new URL(`http://${host}`).host) ? host : null;
}

test("words of ours stay as they are, links included", () => {
  expect(shownWords("see http://localhost:3000")).toBe("see http://localhost:3000");
  expect(seen(shownWords(["In ", { foreign: "a.b" }, " + 2 more"]))).toBe("In a.b + 2 more");
});

test("a header has no line breaks", () => {
  expect(headerText(" prod\r\nBcc: a@evil.com ")).toBe("prod⟨000D⟩⟨000A⟩Bcc: a@evil.com");
});

test("a cut leaves as many characters as asked for", () => {
  expect(cutMiddle("abcdefghij", 5)).toBe("ab…ij");
  expect(cutMiddle("abcde", 5)).toBe("abcde");
});

test("numbers are grouped, and what is not known is a dash", () => {
  expect([numberText(1234567), numberText(0.714), numberText(null)]).toEqual(["1,234,567", "0.7", "–"]);
});
