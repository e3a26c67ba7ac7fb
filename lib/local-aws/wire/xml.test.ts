import { describe, expect, test } from "vitest";
import { entries, escapeXml, members, renderXml } from "./xml.ts";

describe("escapeXml", () => {
  test("keeps markup characters and carriage returns from being read as something else", () => {
    expect(escapeXml(`<a href="x">&\r\n`)).toBe("&lt;a href=&quot;x&quot;&gt;&amp;&#xD;\n");
  });

  test("replaces what XML cannot hold, and keeps the rest of Unicode", () => {
    expect(escapeXml("a\u0000b\uD800c\uFFFEd")).toBe("a\uFFFDb\uFFFDc\uFFFDd");
    expect(escapeXml("é\u{1F600}\t")).toBe("é\u{1F600}\t");
  });
});

test("lists are members, maps are entries", () => {
  expect(renderXml([["List", members(["a", "b"], (item) => item)]])).toBe(
    "<List><member>a</member><member>b</member></List>",
  );
  expect(renderXml([["Map", entries({ k: "<v>" })]])).toBe(
    "<Map><entry><key>k</key><value>&lt;v&gt;</value></entry></Map>",
  );
});
