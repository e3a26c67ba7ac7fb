import { describe, expect, test } from "vitest";
import { samplesFor } from "@/lib/catalog/samples/index";
import { compareFields } from "./compare-fields.ts";

const string = (value: string) => ({ type: "String", value });

describe("attributes beside the body", () => {
  test.each(samplesFor(["antivirus", "classification"]))(
    "$id contradicts itself only where its note says so",
    (sample) => {
      const differing = compareFields(sample.attributes, sample.body)
        .filter(({ differ }) => differ)
        .map(({ attribute }) => attribute?.name);
      expect(differing).toEqual(sample.id.endsWith("/2021") ? ["key"] : []);
    },
  );

  test("stand in one row under whichever name the body has", () => {
    const rows = compareFields(
      { bucket: string("a"), key: string("k") },
      '{"container":"b","objectPath":"k"}',
    );
    expect(rows).toEqual([
      {
        attribute: { name: "bucket", type: "String", text: "a" },
        body: { name: "container", text: "b" },
        differ: true,
      },
      {
        attribute: { name: "key", type: "String", text: "k" },
        body: { name: "objectPath", text: "k" },
        differ: false,
      },
    ]);
  });

  test("a trigger and a billing class are not compared, whatever their name", () => {
    const rows = compareFields({ scanType: string("Api") }, '{"scanType":"GoFwd"}');
    expect(rows.map(({ attribute, body, differ }) => [attribute?.text, body?.text, differ])).toEqual([
      ["Api", undefined, false],
      [undefined, "GoFwd", false],
    ]);
  });

  test("without a body that can be read, the attributes stand alone", () => {
    expect(compareFields({ a: string("1") }, "not json")).toEqual([
      { attribute: { name: "a", type: "String", text: "1" }, body: null, differ: false },
    ]);
  });

  test("lists and objects are left to the raw message", () => {
    expect(compareFields({}, '{"a":[1],"b":{"c":1},"d":null,"e":false}')).toEqual([
      { attribute: null, body: { name: "e", text: "false" }, differ: false },
    ]);
  });
});
