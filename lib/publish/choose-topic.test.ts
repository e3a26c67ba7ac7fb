import { describe, expect, test } from "vitest";
import type { ProductId } from "@/lib/catalog";
import { chooseTopic } from "./choose-topic.ts";

const topic = (name: string, ...products: ProductId[]) => ({
  arn: `arn:aws:sns:us-east-1:123456789012:${name}`,
  name,
  products,
});
const av = topic("Av", "antivirus");
const dc = topic("Dc", "classification");
const both = topic("Both", "antivirus", "classification");

describe("a notification goes", () => {
  test("to the only topic of the only product that publishes its type", () => {
    expect(chooseTopic([av, dc], { type: "scanResult" })).toEqual({ topic: av, product: "antivirus" });
    expect(chooseTopic([both], { type: "classificationResult" })).toEqual({
      topic: both,
      product: "classification",
    });
  });

  test("to the topic of the product that is named", () => {
    expect(chooseTopic([av, dc], { type: "bucketsDiscovered", product: "classification" }).topic).toBe(dc);
  });

  test("to the topic that is named, by its only product", () => {
    expect(chooseTopic([av, dc], { type: "bucketsDiscovered", topicArn: av.arn })).toEqual({
      topic: av,
      product: "antivirus",
    });
  });
});

describe("a notification is refused", () => {
  test("when several topics carry it, naming them", () => {
    expect(() => chooseTopic([av, both], { type: "scanResult" })).toThrow(
      expect.objectContaining({
        code: "conflict",
        fieldErrors: {
          "/topicArn": [`Several topics carry this. Name one of them: ${av.arn}, ${both.arn}.`],
        },
      }),
    );
  });

  test("when several products publish it to its topic, naming them", () => {
    expect(() => chooseTopic([both], { type: "bucketsDiscovered" })).toThrow(
      expect.objectContaining({
        code: "conflict",
        fieldErrors: {
          "/product": [
            "Several products publish this to the topic. Name one of them: antivirus, classification.",
          ],
        },
      }),
    );
  });

  test.each([
    [
      "a product that does not publish the type",
      { type: "scanResult", product: "classification" },
      "/product",
    ],
    [
      "a topic that is not managed",
      { type: "scanResult", topicArn: "arn:aws:sns:us-east-1:123456789012:X" },
      "/topicArn",
    ],
    ["a topic of another product", { type: "scanResult", topicArn: dc.arn }, "/topicArn"],
  ] as const)("for %s", (_, wanted, pointer) => {
    expect(() => chooseTopic([av, dc], wanted)).toThrow(
      expect.objectContaining({ code: "invalid", fieldErrors: { [pointer]: [expect.any(String)] } }),
    );
  });

  test("while nothing of the product is managed, and while nothing is", () => {
    expect(() => chooseTopic([dc], { type: "scanResult" })).toThrow(
      "Antivirus for Amazon S3 publishes nothing",
    );
    expect(() => chooseTopic([], { type: "scanResult" })).toThrow("no topic yet");
  });
});
