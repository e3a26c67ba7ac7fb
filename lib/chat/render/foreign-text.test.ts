import { expect, test } from "vitest";
import { NON_JOINER } from "@/lib/notifications/visible-text";
import { chimeText } from "./chime/escape.ts";
import { isPlain, unlinked } from "./foreign-text.ts";
import { slackPlain, slackText } from "./slack/escape.ts";
import { teamsMarkdown, teamsText } from "./teams/escape.ts";

test.each([
  "Infected (allowed)",
  "Non-matching",
  "2021-08-26 22:44:34 UTC",
  "Nothing was found.",
  "9.96 % of Universal is left",
  "Grüße",
])("%s is plain", (text) => {
  expect(isPlain(text)).toBe(true);
});

test.each([
  "",
  "a.exe",
  "evil.com",
  "www.evil.com",
  "s3://b",
  "x:smile:",
  "a:100: b",
  "*x*",
  "a_b_c",
  "- x",
  "`",
  "@all",
  "x\ny",
])("%j is not plain", (text) => {
  expect(isPlain(text)).toBe(false);
});

test("addresses and mentions are parted, our own s3 address is not", () => {
  const parted = (text: string) => unlinked(text).replaceAll(NON_JOINER, "|");
  expect(parted("@All http://e.com s3://b/k a@b.c www.e.com")).toBe(
    "@|All http:|//e.com s3://b/k a@|b.c www|.e.com",
  );
});

test("Slack is given entities, and code without a way out of it", () => {
  expect(slackText("<!channel> `*x*` & y")).toBe("`&lt;!channel&gt; ˋ*x*ˋ &amp; y`");
  expect(slackPlain("@here <b>")).toBe(`@${NON_JOINER}here &lt;b&gt;`);
});

test("Teams is given escaped Markdown, parted mentions and no functions", () => {
  expect(teamsMarkdown("[a](b) *c* _d_ \\")).toBe("\\[a\\]\\(b\\) \\*c\\* \\_d\\_ \\\\");
  expect(teamsMarkdown("- item")).toBe("\\- item");
  expect(teamsMarkdown("1. item")).toBe("1\\. item");
  expect(teamsText("<at>x</at> {{DATE(x)}}").replaceAll(NON_JOINER, "|")).toBe("<|at>x<|/at> {|{DATE(x)}}");
});

test("Chime is given code, in which nobody is called", () => {
  expect(chimeText("@Present `x`").replaceAll(NON_JOINER, "|")).toBe("`@|Present ˋxˋ`");
});
