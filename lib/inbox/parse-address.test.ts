import { expect, test } from "vitest";
import { parseAddress } from "./parse-address.ts";

test.each([
  ['"AWS Notifications" <no-reply@sns.amazonaws.com>', "AWS Notifications", "no-reply@sns.amazonaws.com"],
  ['"Say \\"hi\\"" <a@b.example>', 'Say "hi"', "a@b.example"],
  ["Plain Name <a@b.example>", "Plain Name", "a@b.example"],
  ["<a@b.example>", "a@b.example", "a@b.example"],
  ["a@b.example", "a@b.example", "a@b.example"],
])("reads the sender %s", (from, name, address) => {
  expect(parseAddress(from)).toEqual({ name, address });
});
