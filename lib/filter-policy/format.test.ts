import { describe, expect, test } from "vitest";
import { formatFilterPolicy } from "./format.ts";
import { parseFilterPolicy } from "./parse.ts";

function format(text: string, indent?: number): string {
  const parsed = parseFilterPolicy(text, "MessageBody");
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  return formatFilterPolicy(parsed.value, indent);
}

describe("formatting", () => {
  test("is compact and keeps the order of keys, also of keys that look like numbers", () => {
    expect(format('{ "b" : [ 1 ],\n "2": [null], "1": ["x"] }')).toBe('{"b":[1],"2":[null],"1":["x"]}');
  });

  test("can spread over lines", () => {
    expect(format('{"a":[{"numeric":[">",1]}],"b":{"c":["x"]}}', 2)).toBe(
      '{\n  "a": [\n    {\n      "numeric": [\n        ">",\n        1\n      ]\n    }\n  ],\n  "b": {\n    "c": [\n      "x"\n    ]\n  }\n}',
    );
  });

  test.each([
    '{"k":[{"numeric":["=",5]},{"numeric":["<",5]},{"numeric":["<=",5]},{"numeric":[">",5]}]}',
    '{"k":[{"numeric":[">=",5,"<",6]},{"numeric":[">",5,"<=",6]}]}',
    '{"k":[{"prefix":"a"},{"suffix":{"equals-ignore-case":"b"}},{"equals-ignore-case":"c"}]}',
    '{"k":[{"wildcard":"a\\\\**"},{"cidr":"10.0.0.5/24"},{"exists":true},{"exists":false}]}',
    '{"k":[{"anything-but":"a"},{"anything-but":[1,2]},{"anything-but":{"prefix":["a","b"]}}]}',
    '{"$or":[{"a":["x"]},{"b":["y"],"$or":[{"c":[1]},{"d":[true]}]}]}',
    "{}",
  ])("gives back %s", (text) => {
    expect(format(text)).toBe(text);
  });

  test("writes a list of one excluded value as the value", () => {
    expect(format('{"k":[{"anything-but":["a"]},{"anything-but":{"suffix":["b"]}}]}')).toBe(
      '{"k":[{"anything-but":"a"},{"anything-but":{"suffix":"b"}}]}',
    );
  });
});
