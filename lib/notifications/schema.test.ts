import { describe, expect, test } from "vitest";
import { historyQuerySchema } from "./schema.ts";

describe("the history's view in the URL", () => {
  test("begins with everything, newest first", () => {
    expect(historyQuerySchema.parse({})).toEqual({
      view: "all",
      q: "",
      product: [],
      type: [],
      result: [],
      bucket: [],
      account: [],
      from: "",
      to: "",
      before: "",
      after: "",
      size: 50,
    });
  });

  test("takes one value or several of a facet, each as it stands", () => {
    expect(
      historyQuerySchema.parse({ bucket: "a,b", type: ["scanResult", "odd type", "scanResult"] }),
    ).toMatchObject({ bucket: ["a,b"], type: ["scanResult", "odd type"] });
  });

  test("takes an empty value for those that have none", () => {
    expect(historyQuerySchema.parse({ type: "", product: ["", "antivirus"] })).toMatchObject({
      type: [""],
      product: ["", "antivirus"],
    });
  });

  test("drops what no view can hold", () => {
    const odd = {
      view: "secret",
      product: ["antivirus", "macie"],
      from: "2026-02-31",
      to: "yesterday",
      before: "1; drop table",
      size: "7",
      bucket: "x".repeat(400),
    };
    expect(historyQuerySchema.parse(odd)).toMatchObject({
      view: "all",
      product: ["antivirus"],
      from: "",
      to: "",
      before: "",
      size: 50,
      bucket: [],
    });
  });
});
