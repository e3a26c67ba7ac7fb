import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { AppError } from "@/lib/errors";
import { type TestHouse, testHouse } from "@/lib/subscriptions/service/testing";
import { answerRequest } from "./answer-request.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await testHouse();
});
afterEach(() => house.close());

const trial = (change: object = {}) => ({
  type: "trialExpiring",
  body: {
    appId: "pxlhbmh",
    trialExpirationDate: "2027-01-01T00:00:00Z",
    daysRemaining: 3,
    trialDataRemainingGb: 1,
    trialDataCapGb: 2,
  },
  ...change,
});

async function ask(json: unknown, idempotencyKey: string | null = null) {
  const answer = await answerRequest({ tokenId: "t", json, idempotencyKey }, house.aws.ports);
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}
const refused = (json: unknown, key: string | null = null) =>
  ask(json, key).then(
    () => undefined,
    (error: unknown) =>
      error instanceof AppError ? { code: error.code, fieldErrors: error.fieldErrors } : error,
  );

describe("one notification", () => {
  test("is answered with SNS's id", async () => {
    expect(await ask(trial())).toMatchObject({ status: 202, body: { messageId: expect.any(String) } });
  });

  test("keeps the key of the header, and says when it had been published before", async () => {
    const first = await ask(trial(), "k");
    const second = await ask(trial(), "k");
    expect(second.body).toEqual(first.body);
    expect([first, second].map(({ headers }) => headers.get("idempotency-replayed"))).toEqual([null, "true"]);
    expect((await ask(trial({ idempotencyKey: "k" }))).body).toEqual(first.body);
  });

  test("may not have two keys", async () => {
    expect(await refused(trial({ idempotencyKey: "a" }), "b")).toMatchObject({
      fieldErrors: { "/idempotencyKey": [expect.any(String)] },
    });
    expect(await ask(trial({ idempotencyKey: "a" }), "a")).toMatchObject({ status: 202 });
  });

  test.each([[null], ["text"], [[]], [7]])("cannot be %j", async (json) => {
    expect(await refused(json)).toMatchObject({
      code: "invalid",
      fieldErrors: { "": [expect.stringContaining("Give an object")] },
    });
  });
});

describe("a batch", () => {
  test("answers for each notification, with the place of each mistake in the whole request", async () => {
    const { status, body } = await ask({
      notifications: [trial(), trial({ body: {} }), trial({ colour: "red" }), 7],
    });
    expect(status).toBe(200);
    expect(body.outcomes.map((outcome: { status: number }) => outcome.status)).toEqual([202, 422, 422, 422]);
    expect(body.outcomes[1].problem.errors[0]).toEqual({
      pointer: "/notifications/1/body/appId",
      detail: "This is missing. Give a text.",
    });
    expect(body.outcomes[2].problem.errors[0].pointer).toBe("/notifications/2/colour");
    expect(body.outcomes[3].problem.errors[0].pointer).toBe("/notifications/3");
  });

  test("of a hundred is published, of one more or none it is refused", async () => {
    const { body } = await ask({ notifications: Array.from({ length: 100 }, () => trial()) });
    expect(new Set(body.outcomes.map((outcome: { messageId: string }) => outcome.messageId)).size).toBe(100);
    expect(await refused({ notifications: Array.from({ length: 101 }, () => trial()) })).toMatchObject({
      fieldErrors: { "/notifications": ["Give at most 100 notifications in one request."] },
    });
    expect(await refused({ notifications: [] })).toMatchObject({
      fieldErrors: { "/notifications": ["Give at least one notification."] },
    });
    expect(await refused({ notifications: [trial()], type: "x" })).toMatchObject({
      fieldErrors: { "/type": [expect.any(String)] },
    });
  });

  test("has a key for each notification, and none for all", async () => {
    const notifications = ["a", "b"].map((idempotencyKey) => trial({ idempotencyKey }));
    const first = await ask({ notifications });
    expect((await ask({ notifications })).body).toEqual(first.body);
    expect(await refused({ notifications }, "k")).toMatchObject({
      fieldErrors: { "/notifications": [expect.stringContaining("idempotencyKey")] },
    });
  });

  test("says of each that failed at AWS why, and when to ask again", async () => {
    await house.aws.faults([
      { operation: "PublishBatch", code: "InternalError", status: 500, message: "on purpose", times: 1 },
    ]);
    const { body } = await ask({ notifications: [trial(), trial()] });
    expect(body.outcomes[1]).toMatchObject({ status: 503, problem: { requestId: expect.any(String) } });
    const again = await ask({
      notifications: [trial({ idempotencyKey: "k" }), trial({ idempotencyKey: "k" })],
    });
    expect(again.body.outcomes[1]).toMatchObject({ status: 409, retryAfterSeconds: 5 });
  });
});
