import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressesIn } from "./addresses.ts";
import { decodeWords } from "./encoded-words.ts";
import { parseMessage } from "./parse-message.ts";

const parse = (...lines: string[]) => parseMessage(Buffer.from(lines.join("\r\n"), "utf8"));

describe("a message", () => {
  test("of one part is its text; folded lines of the header are joined", () => {
    const message = parse("Subject: One", " two", "X: a:b", "", "Hello", "", "there");
    expect(message).toEqual({
      fields: [
        { name: "Subject", value: "One two" },
        { name: "X", value: "a:b" },
      ],
      text: "Hello\n\nthere",
      html: null,
    });
  });

  test("of nested multiparts gives text and HTML, in their charsets and transfer encodings", () => {
    const message = parse(
      'Content-Type: multipart/mixed; boundary="out side"',
      "",
      "This is a multi-part message.",
      "--out side",
      "Content-Type: multipart/alternative;",
      "\tboundary=inside",
      "",
      "--inside",
      "content-type: text/plain; charset=iso-8859-1",
      "content-transfer-encoding: QUOTED-PRINTABLE",
      "",
      "gr=FC=",
      "n =3D green   ",
      "--inside",
      "Content-Type: text/html; charset=utf-8",
      "Content-Transfer-Encoding: base64",
      "",
      Buffer.from("<p>grün</p>").toString("base64"),
      "--inside--",
      "--out side",
      "Content-Type: text/plain",
      "Content-Disposition: attachment; filename=a.txt",
      "",
      "not to be read",
      "--out side--",
      "epilogue",
    );
    expect(message.text).toBe("grün = green");
    expect(message.html).toBe("<p>grün</p>");
  });

  test("with bare line feeds is read too, and one that breaks off as far as it goes", () => {
    const raw =
      "Content-Type: multipart/alternative; boundary=b\n\n--b\n\nplain\n--b\nContent-Type: text/html\n\n<i>";
    expect(parseMessage(Buffer.from(raw))).toMatchObject({ text: "plain", html: "<i>" });
  });

  test("of an unknown charset or with damaged encodings is read as well as can be", () => {
    expect(parse("Content-Type: text/plain; charset=klingon", "", "ä").text).toBe("ä");
    expect(parse("Content-Transfer-Encoding: quoted-printable", "", "50=% =zz").text).toBe("50=% =zz");
  });

  test("of any bytes is read without failing", () => {
    const word = fc.constantFrom(
      "Content-Type: multipart/mixed; boundary=b\r\n",
      "\r\n",
      "\n",
      "--b",
      "--b--",
      "=?utf-8?Q?",
      "?=",
      "=",
      "Content-Transfer-Encoding: base64\r\n",
    );
    const bytes = fc.array(fc.oneof(word, fc.string({ unit: "binary" })), { maxLength: 30 });
    fc.assert(
      fc.property(bytes, (parts) => {
        const { fields } = parseMessage(Buffer.from(parts.join("")));
        for (const { value } of fields) decodeWords(value);
      }),
    );
  });
});

describe("encoded words", () => {
  test.each([
    ["=?UTF-8?Q?caf=C3=A9_au_lait?=", "café au lait"],
    ["=?utf-8?B?w6k=?=", "é"],
    ["=?iso-8859-1?q?a?= b =?us-ascii?q?c?=", "a b c"],
    ["=?utf-8?q?a?= =?utf-8?q?b?=", "ab"],
    ["[3] =?utf-8*de?q?=E2=80=A6?= end", "[3] … end"],
    ["=?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "€"],
    ["no =?word", "no =?word"],
  ])("%s says %s", (written, meant) => {
    expect(decodeWords(written)).toBe(meant);
  });

  test("UTF-8 outside of words is read as such", () => {
    expect(decodeWords(Buffer.from("grün", "utf8").toString("latin1"))).toBe("grün");
  });
});

test.each([
  ["a@example.com", ["a@example.com"]],
  ['"Ops, Berlin" <ops@example.com>, a@example.com', ["ops@example.com", "a@example.com"]],
  ["Plain Name <a@example.com>,,", ["a@example.com"]],
  ['"say \\"<x@y>, hi\\"" <a@example.com>', ["a@example.com"]],
  ["nonsense", ["nonsense"]],
  ["", []],
])("the addresses in %s", (list, addresses) => {
  expect(addressesIn(list)).toEqual(addresses);
});
