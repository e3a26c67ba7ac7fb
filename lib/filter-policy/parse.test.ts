import { describe, expect, test } from "vitest";
import errors from "./cases/errors.json" with { type: "json" };
import { parseFilterPolicy } from "./parse.ts";
import type { FilterPolicyScope } from "./policy.ts";

type ErrorCase = { policy: string; scope: FilterPolicyScope; message: string; path: string };

// JSON modules type every text as string
const rows = errors as ErrorCase[];

describe("a refused policy", () => {
  test.each(rows)("$policy: $message", ({ policy, scope, message, path }) => {
    const parsed = parseFilterPolicy(policy, scope);
    expect(parsed.ok ? "accepted" : parsed.issues[0]).toEqual({ path, message });
  });

  test("lists every issue in the order of the text", () => {
    const parsed = parseFilterPolicy(
      '{"a":[{"suffix":1},"ok",{"nope":1}],"b":"x","$or":[{"c":[]},{"d":[{"cidr":"x"}]}],"n":{"m":["x"]}}',
    );
    expect(parsed.ok || parsed.issues.map(({ path }) => path)).toEqual([
      "a[0].suffix",
      "a[2].nope",
      "b",
      "$or[0].c",
      "$or[1].d[0].cidr",
      "n",
    ]);
  });

  test("is told about language before nesting, as SNS looks for them", () => {
    const parsed = parseFilterPolicy('{"n":{"m":["x"]},"k":[]}');
    expect(parsed.ok || parsed.issues.map(({ path }) => path)).toEqual(["k", "n"]);
  });

  test("may not exceed 256 KB of UTF-8", () => {
    const ofBytes = (bytes: number) => `{"k":["${"ü".repeat((bytes - 10) / 2)}"]}`;
    expect(new TextEncoder().encode(ofBytes(262_144)).length).toBe(262_144);
    expect(parseFilterPolicy(ofBytes(262_144)).ok).toBe(true);
    expect(parseFilterPolicy(`${ofBytes(262_144)} `)).toEqual({
      ok: false,
      issues: [{ path: "", message: "Filter policy is larger than 256 KB: make it shorter" }],
    });
  });

  test("may be nested beyond any stack", () => {
    for (const opening of ['{"a":', "[", '{"$or":[{"a":["x"]},'])
      expect(parseFilterPolicy(opening.repeat(20_000), "MessageBody").ok).toBe(false);
  });
});

describe("an accepted policy", () => {
  test("is plain data with the scope it was read for", () => {
    expect(parseFilterPolicy('{"a":["x",{"prefix":"p"}],"$or":[{"b":[1]},{"c":[null]}]}')).toEqual({
      ok: true,
      value: {
        scope: "MessageAttributes",
        entries: [
          {
            kind: "leaf",
            key: "a",
            conditions: [
              { kind: "exact", value: "x" },
              { kind: "prefix", value: "p", ignoreCase: false },
            ],
          },
          {
            kind: "or",
            branches: [
              [{ kind: "leaf", key: "b", conditions: [{ kind: "exact", value: 1 }] }],
              [{ kind: "leaf", key: "c", conditions: [{ kind: "exact", value: null }] }],
            ],
          },
        ],
      },
    });
  });

  test("cannot be changed", () => {
    const parsed = parseFilterPolicy('{"a":["x"]}');
    const frozen =
      parsed.ok && [parsed.value, parsed.value.entries, parsed.value.entries[0]].every(Object.isFrozen);
    expect(frozen).toBe(true);
  });

  test("keeps the last of repeated keys, as AWS's JSON parser does", () => {
    expect(parseFilterPolicy('{"a":["x"],"b":["z"],"a":["y"]}')).toEqual(
      parseFilterPolicy('{"a":["y"],"b":["z"]}'),
    );
  });

  test("takes names that objects inherit for what they are", () => {
    const parsed = parseFilterPolicy('{"__proto__":["x"],"constructor":["y"]}');
    expect(parsed.ok && parsed.value.entries.map((entry) => entry.kind === "leaf" && entry.key)).toEqual([
      "__proto__",
      "constructor",
    ]);
  });

  test("ends with its closing brace: what follows is ignored, as by AWS's engine", () => {
    expect(parseFilterPolicy('{"a":["x"]} and more')).toEqual(parseFilterPolicy('{"a":["x"]}'));
  });

  test("knows one zero only", () => {
    expect(parseFilterPolicy('{"k":[-0,{"numeric":["=",-0.0]}]}')).toEqual(
      parseFilterPolicy('{"k":[0,{"numeric":["=",0]}]}'),
    );
  });

  test("may be nested in scope MessageBody", () => {
    expect(parseFilterPolicy('{"a":{"b":["x"]}}', "MessageBody").ok).toBe(true);
  });

  test("may be empty, which stands for every message", () => {
    expect(parseFilterPolicy(" {} ")).toEqual({
      ok: true,
      value: { scope: "MessageAttributes", entries: [] },
    });
  });

  test("reads every escape of a string", () => {
    expect(parseFilterPolicy('{"\\u006b":["\\"\\\\\\/\\b\\f\\n\\r\\t\\u00fc\\ud83d\\ude00"]}')).toEqual(
      parseFilterPolicy(JSON.stringify({ k: ['"\\/\b\f\n\r\tü😀'] })),
    );
  });
});
