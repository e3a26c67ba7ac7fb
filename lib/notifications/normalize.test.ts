import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { severityOf } from "@/lib/catalog";
import { healthAlarmSample, samplesFor } from "@/lib/catalog/samples";
import { MAX_COLUMN_LENGTH } from "./constants.ts";
import { normalize } from "./normalize.ts";
import type { Received } from "./parse-delivery.ts";
import { envelopeOf, otherTopic, receivedFrom, sampleOf, testTopic } from "./testing.ts";

const samples = samplesFor(["antivirus", "classification"]);
const infected = sampleOf("antivirus/scanResult/Infected/2021");

const message = (change: Partial<Received>): Received => ({
  ...receivedFrom(envelopeOf(infected)),
  ...change,
});
const text = (value: string) => ({ type: "String", value });

describe("what a message is about", () => {
  test.each(samples)("is what the catalog says of its sample: $id", (sample) => {
    const columns = normalize(receivedFrom(envelopeOf(sample)));
    const result = sample.result ?? undefined;
    expect(columns).toMatchObject({
      product: sample.product,
      type: sample.type,
      severity: severityOf(sample.type, result),
      oddities: [],
      drill: false,
    });
    if (sample.result)
      expect(columns).toMatchObject({
        result,
        bucket: sample.place.bucket,
        accountId: sample.place.accountId,
      });
  });

  test("is read from a result's body: what was found, by which engines, and what was done", () => {
    expect(normalize(message({}))).toMatchObject({
      result: "Infected",
      objectKey: "filename.ext",
      malware: "Win.Ransomware.WannaCry-6313787-0\nTroj/PDFJs-AIA",
      engine: "ClamAV, Sophos",
      actionTaken: "Move",
    });
  });

  test("is read from the body where attributes are missing, which is told", () => {
    expect(normalize(message({ attributes: {} }))).toMatchObject({
      type: "scanResult",
      result: "Infected",
      severity: "critical",
      bucket: infected.place.bucket,
      accountId: infected.place.accountId,
      objectKey: "infected_bill.pdf",
      oddities: ["noType"],
    });
  });

  test.each([
    [0, "Clean"],
    [1, "Infected"],
    [5, "Suspicious"],
    [77, "77"],
    ["Error", "Error"],
  ])("takes the body's result %j for %s", (result, expected) => {
    const body = JSON.stringify({ scanResults: [], result });
    expect(normalize(message({ attributes: {}, body })).result).toBe(expected);
  });

  test("names its product by the type, else the subject, else the only product of its topic", () => {
    const shared = { notificationType: text("trialExpiring") };
    const productOf = (change: Partial<Received>) =>
      normalize(message({ attributes: shared, body: "{}", ...change })).product;
    expect(productOf({ attributes: { notificationType: text("classificationResult") } })).toBe(
      "classification",
    );
    expect(productOf({ subject: "[Drill] DC-for-S3: Trial expiring" })).toBe("classification");
    expect(productOf({ subject: null })).toBeNull();
    expect(productOf({ subject: null, topic: otherTopic })).toBe("antivirus");
  });

  test("is an alarm on the console's health when CloudWatch sent it", () => {
    const columns = normalize(receivedFrom(envelopeOf(healthAlarmSample)));
    expect(columns).toMatchObject({
      type: null,
      severity: "system",
      product: null,
      oddities: ["healthAlarm"],
    });
  });

  test.each<[string, Partial<Received>, string[]]>([
    ["a type nobody knows", { attributes: { notificationType: text("brandNew") } }, ["unknownType"]],
    ["a body that is no JSON", { body: "hello" }, ["notJson"]],
    ["a body that is no object", { body: "[1]" }, ["notJson"]],
    [
      "a missing attribute",
      { attributes: { notificationType: text("scanResult"), scanResult: text("Clean") } },
      ["missingAttribute"],
    ],
    ["no type at all", { attributes: {}, body: "{}" }, ["noType"]],
    [
      "an odd delivery",
      { attributes: {}, body: "x", oddities: ["noEnvelope"] },
      ["noEnvelope", "notJson", "noType"],
    ],
  ])("tells of %s", (_, change, oddities) => {
    expect(normalize(message(change)).oddities).toEqual(oddities);
  });

  test("is urgent when nobody knows its result", () => {
    const attributes = { ...infected.attributes, scanResult: text("Sparkling") };
    expect(normalize(message({ attributes }))).toMatchObject({
      severity: "high",
      oddities: ["unknownResult"],
    });
  });

  test("is a drill by its attribute", () => {
    expect(normalize(message({ attributes: { drill: text("true") } })).drill).toBe(true);
    expect(normalize(message({ attributes: { drill: text("false") } })).drill).toBe(false);
  });

  test("is cut where it is absurdly long, never within a character", () => {
    const long = `${"x".repeat(MAX_COLUMN_LENGTH - 1)}😀 and more`;
    const { objectKey, bucket } = normalize(
      message({ attributes: { key: text(long), bucket: text("b".repeat(5_000)) } }),
    );
    expect(objectKey).toBe("x".repeat(MAX_COLUMN_LENGTH - 1));
    expect(bucket).toHaveLength(MAX_COLUMN_LENGTH);
  });

  test("is told of anything, whatever it holds", () => {
    const body = fc.record(
      {
        result: fc.jsonValue(),
        scanResults: fc.jsonValue(),
        textMatchingSet: fc.jsonValue(),
        buckets: fc.jsonValue(),
        bucketName: fc.jsonValue(),
        notificationType: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const attributes = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom("notificationType", "scanResult", "bucket", "__proto__")),
      fc.record({ type: fc.string(), value: fc.string() }),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          body.map((value) => JSON.stringify(value)),
        ),
        attributes,
        (given, named) => {
          expect(
            normalize(message({ body: given, attributes: named, topic: testTopic })).severity,
          ).toBeTruthy();
        },
      ),
    );
  });
});
