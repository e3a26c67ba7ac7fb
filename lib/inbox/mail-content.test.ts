import { describe, expect, test } from "vitest";
import { mailContent } from "./mail-content.ts";

describe("mailContent", () => {
  test("prefers the mail's own markup", () => {
    expect(mailContent({ html: "<p>x</p>", text: "{}" })).toEqual({ kind: "html", html: "<p>x</p>" });
  });

  test("lays JSON out", () => {
    expect(mailContent({ html: null, text: '{"a":[1]}' })).toEqual({
      kind: "json",
      text: '{\n  "a": [\n    1\n  ]\n}',
    });
  });

  test.each(["hello", '{"a":1}\n\n--\nfooter', "{", "42"])("shows %j as it is", (text) => {
    expect(mailContent({ html: null, text })).toEqual({ kind: "text", text });
  });
});
