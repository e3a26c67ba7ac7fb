import { describe, expect, test } from "vitest";
import { attributesOf } from "../attributes.ts";
import { isResultType } from "../notification-types.ts";
import { PRODUCT_IDS, type ProductId, products, typesOf } from "../products.ts";
import { resultsOf } from "../results.ts";
import { healthAlarmSample, samplesFor, sampleWith } from "./index.ts";

const BOTH: ProductId[] = ["antivirus", "classification"];
const everySample = PRODUCT_IDS.flatMap((product) => samplesFor([product]));

describe.each(PRODUCT_IDS)("samples of %s", (product) => {
  const samples = samplesFor([product]);

  test("cover every type and every result", () => {
    const wanted = products[product].types.flatMap((type) =>
      isResultType(type) ? resultsOf(type).map(({ value }) => `${type} ${value}`) : [`${type} null`],
    );
    const present = new Set(samples.map(({ type, result }) => `${type} ${result}`));
    expect([...present].sort()).toEqual(wanted.sort());
  });

  test("have subjects that SNS accepts, beginning with the product's prefix", () => {
    for (const { subject } of samples) {
      expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
      expect(subject.startsWith(`${products[product].subjectPrefix}: `)).toBe(true);
    }
  });
});

test("no two samples share an id", () => {
  expect(new Set(everySample.map(({ id }) => id)).size).toBe(everySample.length);
});

test("a topic of both products shows shared types once", () => {
  const types = samplesFor(BOTH)
    .filter(({ result }) => result === null)
    .map(({ type }) => type);
  expect(types).toEqual(typesOf(BOTH).filter((type) => !isResultType(type)));
});

test.each(everySample.map((sample) => [sample.id, sample] as const))(
  "%s carries exactly the attributes of its type",
  (_, sample) => {
    expect(Object.keys(sample.attributes).sort()).toEqual(
      attributesOf(sample.type)
        .map(({ name }) => name)
        .sort(),
    );
    expect(sample.attributes.notificationType).toEqual({ type: "String", value: sample.type });
    if (sample.result !== null) expect(sample.attributes[sample.type]?.value).toBe(sample.result);
    if (sample.attributes.accountId) expect(sample.attributes.accountId.value).toMatch(/^\d{12}$/);
  },
);

test("only the public messages are called real", () => {
  expect(everySample.filter(({ provenance }) => provenance === "real").map(({ id }) => id)).toEqual([
    "antivirus/scanResult/Infected/2021",
    "antivirus/scanResult/Infected/current",
    "classification/classificationResult/Matching",
  ]);
});

test("the result is a number in the format of 2021 and a word since", () => {
  const resultIn = (variant: string) =>
    JSON.parse(everySample.find(({ id }) => id.endsWith(variant))?.body ?? "{}").result;
  expect(resultIn("Infected/2021")).toBe(1);
  expect(resultIn("Infected/current")).toBe("Infected");
  expect(resultIn("scanResult/Unscannable")).toBe("Unscannable");
});

describe("a sample moved elsewhere", () => {
  const place = { bucket: "moved-here", accountId: "999988887777" };

  test.each(everySample.map((sample) => [sample.id, sample] as const))(
    "%s names the new place in attributes and body alike, and the old one nowhere",
    (_, sample) => {
      const moved = sampleWith(sample, place);
      expect(moved.attributes.bucket?.value).toBe(sample.attributes.bucket && "moved-here");
      expect(moved.attributes.accountId?.value).toBe(sample.attributes.accountId && "999988887777");
      expect(JSON.stringify(moved)).not.toContain(sample.place.bucket);
      expect(JSON.stringify(moved)).not.toContain(sample.place.accountId);
      expect({ ...moved, attributes: {}, body: "", place }).toEqual({
        ...sample,
        attributes: {},
        body: "",
        place,
      });
    },
  );

  test("keeps an earlier move", () => {
    for (const sample of everySample) {
      const once = sampleWith(sample, place);
      const twice = sampleWith(sampleWith(sample, { bucket: place.bucket }), { accountId: place.accountId });
      expect(twice).toEqual(once);
    }
  });

  test("must be one of the catalog", () => {
    const [sample] = everySample;
    expect(() => sample && sampleWith({ ...sample, id: "antivirus/unheardOf" }, place)).toThrow(
      "There is no sample antivirus/unheardOf.",
    );
  });
});

test("the health alarm carries no attribute, so no filter policy can admit it", () => {
  expect(healthAlarmSample.attributes).toEqual({});
  expect(JSON.parse(healthAlarmSample.body)).toMatchObject({ NewStateValue: "ALARM" });
});
