import { expect, test } from "vitest";
import { withLocalAws } from "./testing.ts";

const aws = withLocalAws();

function post(target: string, body = "{}", headers: Record<string, string> = {}) {
  return fetch(aws.url, {
    method: "POST",
    headers: { "x-amz-target": target, "content-type": "application/x-amz-json-1.0", ...headers },
    body,
  });
}

test("a target that nothing here answers to is an unknown operation", async () => {
  const response = await post("AmazonNothing.DoSomething");
  expect(response.status).toBe(400);
  expect(response.headers.get("content-type")).toBe("application/x-amz-json-1.0");
  expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
  expect(await response.json()).toEqual({
    __type: "UnknownOperationException",
    message: "The operation DoSomething is not known here.",
  });
});
