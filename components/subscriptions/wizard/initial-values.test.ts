import { describe, expect, test } from "vitest";
import { custom, infected, subscription } from "../editor/testing.ts";
import { initialValues, lostFilterNotice } from "./initial-values.ts";

describe("adding a lost subscription again begins", () => {
  test("with all it was", () => {
    expect(initialValues("t1", subscription({ filter: infected }))).toMatchObject({
      topicId: "t1",
      types: ["scanResult"],
      results: ["Infected"],
      protocol: "sqs",
      endpoint: "arn:aws:sqs:us-east-1:123456789012:q",
      rawDelivery: true,
      deadLetterQueueArn: "",
    });
    expect(lostFilterNotice(subscription({ filter: infected }))).toBeUndefined();
  });

  test("without a filter that the form cannot hold, and says so", () => {
    const lost = subscription({ filter: custom });
    expect(initialValues("t1", lost).types).toEqual([]);
    expect(lostFilterNotice(lost)).toContain("Why.");
  });
});
