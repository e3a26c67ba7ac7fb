import { expect, test } from "vitest";
import { testDb } from "@/db/testing";
import { EVENT_BRIDGE_TARGET } from "./constants.ts";
import { retryForwardsSchema } from "./schema.ts";
import { targetOf } from "./targets.ts";

test("a target is named by the console, whatever a browser calls it", () => {
  testDb();
  const asked = retryForwardsSchema.parse({ targetId: EVENT_BRIDGE_TARGET, name: "Nothing", which: "all" });
  expect(targetOf(asked.targetId)).toEqual({ id: EVENT_BRIDGE_TARGET, name: "EventBridge" });
  expect(targetOf("gone")).toEqual({ id: "gone", name: "gone" });
});
