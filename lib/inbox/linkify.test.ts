import { describe, expect, test } from "vitest";
import { linkify } from "./linkify.ts";

const links = (text: string) => linkify(text).flatMap((part) => (part.kind === "link" ? [part.href] : []));

describe("linkify", () => {
  test.each([
    "",
    "no link",
    "https://a.example/x and http://b.example, (https://c.example/d).",
    "https://\nhttp://[bad",
    "line\nhttps://a.example/?q=1&r=2#f\n--\n",
  ])("loses nothing of %j", (text) => {
    expect(
      linkify(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });

  test("finds every address", () => {
    expect(links("see https://a.example/x?y=1&z=2#f or http://b.example/")).toEqual([
      "https://a.example/x?y=1&z=2#f",
      "http://b.example/",
    ]);
  });

  test("leaves out the punctuation around an address", () => {
    expect(links("(https://a.example/x), https://b.example/y.")).toEqual([
      "https://a.example/x",
      "https://b.example/y",
    ]);
    expect(links("https://en.example/wiki/SNS_(AWS)")).toEqual(["https://en.example/wiki/SNS_(AWS)"]);
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "ftp://a.example/", "//a.example", "https://"])(
    "makes no link of %s",
    (text) => {
      expect(links(text)).toEqual([]);
    },
  );

  test("ends an address where markup could begin", () => {
    expect(links('https://a.example/"><script>alert(1)</script>')).toEqual(["https://a.example/"]);
  });
});
