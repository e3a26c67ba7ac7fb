import { describe, expect, test } from "vitest";
import { assignErrors } from "./assign-errors.ts";

const names = ["types", "protocol", "endpoint", "buckets"];

describe("assignErrors", () => {
  test("gives each field its messages, in the order of the form", () => {
    const error = {
      code: "invalid",
      message: "Some fields need attention.",
      fieldErrors: { endpoint: ["Use https.", "Add a host."], types: ["Choose a type."] },
    };
    expect(assignErrors(error, names)).toEqual({
      fields: [
        { name: "types", message: "Choose a type." },
        { name: "endpoint", message: "Use https. Add a host." },
      ],
      rest: undefined,
    });
  });

  test("keeps the path of one value within a field", () => {
    const error = { code: "invalid", message: "No.", fieldErrors: { "buckets.2": ["Not a bucket name."] } };
    expect(assignErrors(error, names).fields).toEqual([{ name: "buckets.2", message: "Not a bucket name." }]);
  });

  test("says as a whole what no field of this form can show", () => {
    const error = {
      code: "invalid",
      message: "Not saved.",
      fieldErrors: { topicId: ["Choose a topic."], endpoint: ["Add a host."] },
    };
    expect(assignErrors(error, names)).toEqual({
      fields: [{ name: "endpoint", message: "Add a host." }],
      rest: "Not saved. Choose a topic.",
    });
  });

  test("says a refusal without fields as a whole", () => {
    expect(assignErrors({ code: "upstream", message: "SNS throttled the call." }, names)).toEqual({
      fields: [],
      rest: "SNS throttled the call.",
    });
    expect(assignErrors({ code: "invalid", message: "No.", fieldErrors: { types: [] } }, names).rest).toBe(
      "No.",
    );
  });
});
