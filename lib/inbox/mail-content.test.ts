import { describe, expect, test } from "vitest";
import { mailContent, mailViews, shownView } from "./mail-content.ts";

const headers = [{ name: "Subject", value: "x" }];
const rich = { html: "<p>x</p>", text: "x", headers };
const plain = { html: null, text: "x", headers: [] };

describe("mailViews", () => {
  test("begins with the mail's own markup and leaves out what a mail has not", () => {
    expect(mailViews(rich)).toEqual(["html", "text", "headers"]);
    expect(mailViews(plain)).toEqual(["text"]);
    expect(mailViews({ html: "<p>x</p>", text: "", headers: [] })).toEqual(["html"]);
  });

  test("has something to show of a mail that says nothing", () => {
    expect(mailViews({ html: null, text: "", headers: [] })).toEqual(["text"]);
  });
});

describe("shownView", () => {
  test("is the wanted one where the mail has it, else the first", () => {
    expect(shownView(rich, "headers")).toBe("headers");
    expect(shownView(rich, undefined)).toBe("html");
    expect(shownView(plain, "html")).toBe("text");
  });
});

describe("mailContent", () => {
  test("is the mail's markup, text or header, as the view asks", () => {
    expect(mailContent(rich, "html")).toEqual({ kind: "html", html: "<p>x</p>" });
    expect(mailContent(rich, "text")).toEqual({ kind: "text", text: "x" });
    expect(mailContent(rich, "headers")).toEqual({ kind: "headers", headers });
  });

  test("lays JSON out", () => {
    expect(mailContent({ ...plain, text: '{"a":[1]}' }, "text")).toEqual({
      kind: "json",
      text: '{\n  "a": [\n    1\n  ]\n}',
    });
  });

  test.each(["hello", '{"a":1}\n\n--\nfooter', "{", "42"])("shows %j as it is", (text) => {
    expect(mailContent({ ...plain, text }, "text")).toEqual({ kind: "text", text });
  });
});
