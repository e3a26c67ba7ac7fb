import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { POST } from "@/app/api/v1/notifications/route";
import { createApiToken } from "@/lib/api-tokens/service";
import { type Sample, samplesFor } from "@/lib/catalog/samples/index";
import { openApiDocument } from "@/lib/openapi/document";
import { administrator as actor, type TestHouse, testHouse } from "@/lib/subscriptions/service/testing";

let house: TestHouse;
let token = "";
beforeEach(async () => {
  house = await testHouse();
  // the route asks the process's AWS, as it does when it is served
  Object.assign(globalThis, { proactiveNotificationsAws: house.aws.ports });
  Reflect.deleteProperty(globalThis, "proactiveNotificationsAllowance");
  ({ token } = createApiToken({ actor, name: "Pipeline", scopes: ["publish"], lifetime: "30" }));
});
afterEach(async () => {
  Reflect.deleteProperty(globalThis, "proactiveNotificationsAws");
  await house.close();
});

const sample: Sample | undefined = samplesFor(["antivirus"]).find(({ id }) =>
  id.endsWith("scanResult/Clean"),
);
const notification = () => ({ type: "scanResult", body: JSON.parse(sample?.body ?? "{}") });

async function post(json: unknown, headers: Record<string, string> = {}) {
  const answer = await POST(
    new Request("http://console/api/v1/notifications", {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
      body: JSON.stringify(json),
    }),
  );
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

describe("POST /api/v1/notifications", () => {
  test("publishes, and answers a repeated key alike", async () => {
    const first = await post(notification(), { "idempotency-key": "k-1" });
    expect(first).toMatchObject({
      status: 202,
      body: { messageId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    const second = await post(notification(), { "idempotency-key": "k-1" });
    expect(second).toMatchObject({ status: 202, body: first.body });
    expect(second.headers.get("idempotency-replayed")).toBe("true");
    expect(await post({ ...notification(), drill: true }, { "idempotency-key": "k-1" })).toMatchObject({
      status: 409,
    });
  });

  test("refuses with a problem that names each wrong field", async () => {
    const { body, ...rest } = notification();
    const answer = await post({ ...rest, body: { ...body, accountId: "12", bucketname: "b" } });
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(answer).toMatchObject({
      status: 422,
      body: {
        type: "urn:proactive-notifications:problem:invalid",
        detail: "2 fields are wrong.",
        errors: [
          { pointer: "/body/accountId", detail: "Give the 12 digits of an AWS account, without hyphens." },
          { pointer: "/body/bucketname", detail: "There is no such field. Did you mean bucketName?" },
        ],
      },
    });
  });

  test("says who refused, with AWS's words and request id", async () => {
    await house.aws.faults([
      {
        operation: "Publish",
        code: "AuthorizationError",
        status: 403,
        message: "User: x is not authorized",
        times: 1,
      },
    ]);
    expect(await post(notification())).toMatchObject({
      status: 502,
      body: {
        title: "AWS refused",
        detail: "AWS refused: User: x is not authorized.",
        requestId: expect.any(String),
      },
    });
  });

  test("names the topics that there are when it is told another", async () => {
    expect(await post({ ...notification(), topicArn: `${house.topic.arn}-2` })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "/topicArn", detail: expect.stringContaining(house.topic.arn) }] },
    });
  });

  test("answers nothing that the document does not name", async () => {
    const { responses } = openApiDocument().paths["/api/v1/notifications"].post;
    const statuses = await Promise.all([
      post(notification()),
      post({ notifications: [notification()] }),
      post({}),
      post(notification(), { authorization: "" }),
      post(notification(), { "content-type": "text/plain" }),
    ]);
    for (const { status } of statuses) expect(Object.keys(responses)).toContain(String(status));
  });
});
