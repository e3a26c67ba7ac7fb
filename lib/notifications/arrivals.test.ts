import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "@/app/api/v1/notifications/route";
import { getDb } from "@/db/client";
import { notifications } from "@/db/schema/notifications";
import { testDb } from "@/db/testing";
import { createApiToken } from "@/lib/api-tokens/service";
import { administrator as actor } from "@/lib/subscriptions/service/testing";
import { arrivalsSchema } from "./arrivals.ts";

let token = "";
beforeEach(() => {
  testDb();
  Reflect.deleteProperty(globalThis, "proactiveNotificationsAllowance");
  ({ token } = createApiToken({ actor, name: "Reader", scopes: ["read"], lifetime: "30" }));
});

function arrive(n: number) {
  const at = new Date("2026-11-20T08:15:42.123Z");
  const attributes = { notificationType: { type: "String", value: "scanResult" } };
  for (let index = 0; index < n; index += 1)
    getDb()
      .insert(notifications)
      .values({
        messageId: `m-${index}`,
        topicId: "gone",
        publishedAt: at,
        receivedAt: at,
        severity: "none",
        attributes,
        body: "{}",
      })
      .run();
}

async function ask(query: string) {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await GET(new Request(`http://console/api/v1/notifications${query}`, { headers }));
  return { status: answer.status, body: await answer.json() };
}

describe("what has arrived", () => {
  test("is read on from where one was, and nothing twice", async () => {
    arrive(5);
    const seen: string[] = [];
    let next = "0";
    for (let n = 0; n < 4; n += 1) {
      const page = arrivalsSchema.parse((await ask(`?after=${next}&limit=2`)).body);
      seen.push(...page.notifications.map(({ messageId }) => messageId));
      next = page.next;
    }
    expect(seen).toEqual(["m-0", "m-1", "m-2", "m-3", "m-4"]);
    arrive(0);
    expect((await ask(`?after=${next}`)).body).toEqual({ notifications: [], next });
  });

  test("begins at the first one, and is as the document says", async () => {
    arrive(1);
    const { body } = await ask("");
    expect(arrivalsSchema.parse(body)).toEqual(body);
    expect(body.notifications[0]).toMatchObject({
      id: "1",
      topicArn: null,
      message: "{}",
      publishedAt: "2026-11-20T08:15:42.123Z",
    });
  });

  test.each([
    ["?after=x", "after"],
    ["?limit=0", "limit"],
    ["?limit=101", "limit"],
    ["?afer=1", "afer"],
  ])("%s is refused with the parameter", async (query, parameter) => {
    expect(await ask(query)).toMatchObject({
      status: 422,
      body: { errors: [{ parameter, detail: expect.any(String) }] },
    });
  });

  test("is not for tokens that may only publish", async () => {
    ({ token } = createApiToken({ actor, name: "Publisher", scopes: ["publish"], lifetime: "30" }));
    expect(await ask("")).toMatchObject({ status: 403 });
  });
});
