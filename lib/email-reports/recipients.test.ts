import { describe, expect, test } from "vitest";
import { MAX_RECIPIENTS, parseRecipients } from "./recipients.ts";

const read = (text: string) => {
  const reading = parseRecipients(text);
  return reading.ok ? reading.value : reading.issues.map(({ message }) => message);
};

describe("recipients", () => {
  test("are separated by commas, semicolons and line breaks, and trimmed", () => {
    expect(read(" a@x.com,b@x.com ;c@x.com\r\n\td@x.com\n\n, ")).toEqual([
      "a@x.com",
      "b@x.com",
      "c@x.com",
      "d@x.com",
    ]);
  });

  test("count once however they are spelt; the first spelling stays", () => {
    expect(read("Anna@Example.com, anna@example.COM; ANNA@EXAMPLE.COM")).toEqual(["Anna@example.com"]);
  });

  test("keep their plus tags, by which they differ", () => {
    expect(read("a+av@x.com, a+dc@x.com")).toEqual(["a+av@x.com", "a+dc@x.com"]);
  });

  test("may stand behind a name in angle brackets, as mail programs copy them", () => {
    expect(read("Anna Beispiel <anna@example.com>; <b@x.com>")).toEqual(["anna@example.com", "b@x.com"]);
  });

  test("go over the wire with a domain in punycode", () => {
    expect(read("info@bücher.example, a@日本.jp, b@BÜCHER.example")).toEqual([
      "info@xn--bcher-kva.example",
      "a@xn--wgv71a.jp",
      "b@xn--bcher-kva.example",
    ]);
  });

  test.each([
    ["anna", "“anna” has no @."],
    ["@example.com", "“@example.com” has nothing before the @."],
    [
      "größe@example.com",
      "“größe@example.com” has letters before the @ that SES cannot send to: use ASCII ones.",
    ],
    ["a b@example.com", "“a b@example.com” is not an address: look at what is before the @."],
    ["a..b@example.com", "“a..b@example.com” is not an address: look at what is before the @."],
    ["a@localhost", "“a@localhost” is not an address: look at what follows the @."],
    ["a@127.0.0.1", "“a@127.0.0.1” is not an address: look at what follows the @."],
    ["a@0x7f.1", "“a@0x7f.1” is not an address: look at what follows the @."],
    ["a@[::1]", "“a@[::1]” is not an address: look at what follows the @."],
    ["a@x.com:25", "“a@x.com:25” is not an address: look at what follows the @."],
    ["a@x.com/y", "“a@x.com/y” is not an address: look at what follows the @."],
    ["a@-x.com", "“a@-x.com” is not an address: look at what follows the @."],
    [`${"a".repeat(65)}@x.com`, `“${"a".repeat(60)}…” is not an address: look at what is before the @.`],
  ])("refuses %s and says why", (text, message) => {
    expect(read(`good@example.com, ${text}`)).toEqual([message]);
  });

  test("names every bad one with its place", () => {
    const reading = parseRecipients("a, b@x.com, c");
    expect(reading.ok ? [] : reading.issues.map(({ path }) => path)).toEqual(["0", "2"]);
  });

  test("are no more than SES takes; the same one again does not count", () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `a${n}@x.com`).join("\n");
    expect(read(`${many(MAX_RECIPIENTS)}\nA1@x.com`)).toHaveLength(MAX_RECIPIENTS);
    expect(read(many(MAX_RECIPIENTS + 1))).toEqual([expect.stringContaining("51 addresses")]);
  });

  test("may be none: whether that is enough is for the form to say", () => {
    expect(read(" \n ,; ")).toEqual([]);
  });
});
