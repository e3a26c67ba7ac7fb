import fc from "fast-check";
import { expect, test } from "vitest";
import { withLocalAws } from "../testing.ts";
import { SES } from "./service.ts";

const aws = withLocalAws();
const MEMBERS = [
  "FromEmailAddress",
  "Destination",
  "Content",
  "EmailIdentity",
  "EmailAddress",
  "Reason",
  "PageSize",
  "NextToken",
];

const address = fc.oneof(
  fc.constantFrom("reports@example.com", "a@b", '"', "<,>", "=?utf-8?q?a?="),
  fc.string(),
);
const raw = fc.oneof(
  fc.string(),
  fc.string().map((text) => Buffer.from(`From: reports@example.com\r\n${text}`).toString("base64")),
);
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  address,
  fc.record({ ToAddresses: fc.array(address) }),
  fc.record({ Raw: fc.record({ Data: raw }) }),
  fc.record({ Simple: fc.record({ Subject: fc.record({ Data: fc.string() }), Body: fc.object() }) }),
);

test("whatever is sent is answered with a result or a refusal, never with a fault of the server", async () => {
  const call = async (method: string, path: string, body: string | undefined): Promise<number> => {
    const response = await fetch(aws.url + path, {
      method,
      headers: {
        authorization: "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/ses/aws4_request, Signature=0",
      },
      ...(body === undefined ? {} : { body }),
    });
    expect(await response.json()).toBeTypeOf("object");
    return response.status;
  };
  const input = fc.dictionary(fc.constantFrom(...MEMBERS), anything);
  const label = fc.oneof(fc.constantFrom("%", "%zz", "a/b", "__proto__"), fc.webSegment());
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SES.routes), label, input, async (route, name, members) => {
      const path = route.path.replace(/\{\w+\}/, name);
      const body = route.method === "GET" ? undefined : JSON.stringify(members);
      expect(await call(route.method, path, body)).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});
