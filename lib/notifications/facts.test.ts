import { describe, expect, test } from "vitest";
import { samplesFor } from "@/lib/catalog/samples/index";
import { type Facts, factsOf, factValue } from "./facts.ts";

const samples = samplesFor(["antivirus", "classification"]);

function termsOf({ facts }: Facts) {
  return Object.fromEntries(
    facts.map(({ term, value }) => [
      term,
      value.kind === "time" ? new Date(value.at).toISOString() : value.kind === "unset" ? null : value.text,
    ]),
  );
}

describe("a message of a known type", () => {
  test.each(samples)("$id shows every field of its layout that its body has", (sample) => {
    const { isReadable, facts, tables } = factsOf(sample);
    expect(isReadable).toBe(true);
    expect(facts.length).toBeGreaterThan(2);
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  test("a scan of 2021 shows both engines with what they found", () => {
    const old = samples.find(({ id }) => id.endsWith("Infected/2021"));
    if (!old) throw new Error("The sample of 2021 is gone");
    const { tables } = factsOf(old);
    const text = JSON.stringify(tables);
    expect(tables).toMatchObject([{ title: "Engines", more: 0 }]);
    expect(text).toContain("Win.Ransomware.WannaCry-6313787-0");
    expect(text).toContain("Troj/PDFJs-AIA");
    expect(termsOf(factsOf(old))).toMatchObject({ "Action taken": "Move", "Still there": "Yes" });
  });

  test("a list cut by the product tells how many are missing", () => {
    const body = JSON.stringify({ count: 900, truncated: true, buckets: [{ bucketName: "a" }] });
    expect(factsOf({ type: "bucketsDiscovered", body }).tables).toMatchObject([
      { rows: [[{ kind: "name", exact: "a" }]], more: 899 },
    ]);
  });

  test.each(['{"toString":1,"valueOf":1}', `${"[".repeat(50_000)}${"]".repeat(50_000)}`, '"900"', "null"])(
    "a count that is no number counts nothing: %#",
    (count) => {
      const body = `{"buckets":[{"bucketName":"a"}],"count":${count}}`;
      expect(factsOf({ type: "bucketsDiscovered", body }).tables).toMatchObject([{ more: 0 }]);
    },
  );

  test("fields of another kind than expected are shown as they came", () => {
    const body = JSON.stringify({
      fileSize: "big",
      fileExists: "maybe",
      dateScanned: "soon",
      scanResults: "none",
    });
    expect(termsOf(factsOf({ type: "scanResult", body }))).toEqual({
      Scanned: "soon",
      "Still there": "maybe",
      Size: "big",
    });
  });
});

describe("a message nobody has described", () => {
  test("shows its plain fields, and its lists of objects as tables", () => {
    const body = JSON.stringify({
      a: 1,
      b: ["x", "y"],
      c: { deep: true },
      d: [{ e: 1, f: null }, { f: "2" }],
    });
    const facts = factsOf({ type: "somethingNew", body });
    expect(termsOf(facts)).toEqual({ a: "1", b: "x, y" });
    expect(facts.tables).toEqual([
      {
        title: "d",
        columns: ["e", "f"],
        rows: [
          [{ kind: "text", text: "1" }, { kind: "unset" }],
          [{ kind: "unset" }, { kind: "text", text: "2" }],
        ],
        more: 0,
      },
    ]);
  });

  test.each(["", "not json", "[1,2]", '"text"', "null"])("%j is not laid out", (body) => {
    expect(factsOf({ type: null, body })).toEqual({ isReadable: false, facts: [], tables: [] });
  });

  test("shows no character that turns others around", () => {
    const body = JSON.stringify({ "na\u202eme": "a\u202eb", list: [{ "x\u0007": "y\u2066" }] });
    expect(JSON.stringify(factsOf({ type: null, body })).replace(/"exact":"[^"]*"/g, "")).not.toMatch(
      /[\u202e\u2066]|\\u0007/,
    );
  });
});

describe("a time", () => {
  test.each([
    ["2021-08-26T22:44:34.5595461Z", "2021-08-26T22:44:34.559Z"],
    ["2025-01-02T03:04:05", "2025-01-02T03:04:05.000Z"],
    ["2025-01-02T03:04:05.5+01:00", "2025-01-02T02:04:05.500Z"],
    ["2022-05-20", "2022-05-20T00:00:00.000Z"],
  ])("%s is read", (text, iso) => {
    expect(factValue(text, "time")).toEqual({ kind: "time", at: Date.parse(iso) });
  });

  test("of the year 1, or empty, was never set", () => {
    expect(factValue("0001-01-01T00:00:00", "time")).toEqual({ kind: "unset" });
    expect(factValue("", "time")).toEqual({ kind: "unset" });
    expect(factValue(null, "time")).toEqual({ kind: "unset" });
  });

  test("that is none is shown as it came", () => {
    expect(factValue("2025-13-45", "time")).toEqual({ kind: "text", text: "2025-13-45" });
  });
});

test("sizes are told in units of thousand", () => {
  expect(factValue(0, "bytes")).toEqual({ kind: "text", text: "0 bytes" });
  expect(factValue(48_213, "bytes")).toEqual({ kind: "text", text: "48.2 KB" });
  expect(factValue(3_000_000_000_000_000, "bytes")).toEqual({ kind: "text", text: "3,000 TB" });
});
