import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { getDb } from "@/db/client";
import { testDb } from "@/db/testing";
import { findSetting } from "./queries.ts";
import { saveSetting } from "./service.ts";

const card = { name: "card", schema: z.object({ on: z.boolean() }), initial: { on: false } };
const save = (on: boolean, version: number) =>
  getDb().transaction((tx) => saveSetting(tx, card, { value: { on }, version, by: "Ada" }));

beforeEach(() => {
  testDb();
});

describe("a card of settings", () => {
  test("holds its initial values until somebody saves", () => {
    expect(findSetting(card)).toMatchObject({ value: { on: false }, version: 0, updatedBy: null });
  });

  test("holds what was saved last, and by whom", () => {
    save(true, 0);
    expect(findSetting(card)).toMatchObject({ value: { on: true }, version: 1, updatedBy: "Ada" });
  });

  test("refuses to overwrite what somebody else saved meanwhile", () => {
    save(true, 0);
    expect(() => save(false, 0)).toThrow("Somebody else saved");
    expect(findSetting(card).value).toEqual({ on: true });
  });
});
