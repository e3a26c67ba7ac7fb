import { DeleteRuleCommand, DisableRuleCommand, RemoveTargetsCommand } from "@aws-sdk/client-eventbridge";
import { describe, expect, test } from "vitest";
import { getDb } from "@/db/client";
import { auditEntries } from "@/db/schema/audit";
import { systemActor } from "@/lib/auth/actor";
import { samplesFor } from "@/lib/catalog/samples";
import { selectionToPattern } from "./filter-to-pattern.ts";
import type { Recipe } from "./recipe-plan.ts";
import { createRecipe } from "./service/create-recipe.ts";
import { listRecipes } from "./service/list-recipes.ts";
import { removeRecipe } from "./service/remove-recipe.ts";
import { behindItsBack, REGION, readLogGroup, withAws } from "./testing.ts";
import { toEvent } from "./to-event.ts";

const own = withAws();
const actor = systemActor("test");
const made = selectionToPattern(["antivirus"], {
  types: ["scanResult"],
  results: ["Clean"],
  buckets: [],
  accounts: [],
});
const pattern = made.ok ? made.json : "";
const clean: Recipe = { name: "clean", busName: "default", pattern, retentionDays: 30 };

const create = (asked = clean) => createRecipe({ actor, ...asked }, own.aws.ports);
const states = (outcome: Awaited<ReturnType<typeof create>>) =>
  outcome.steps.map(({ kind, state }) => `${kind} ${state}`);
const audited = () =>
  getDb()
    .select()
    .from(auditEntries)
    .all()
    .map(({ action }) => action);

async function expectNothingLeft() {
  const { events, logs } = own.aws.ports;
  expect(await logs.findGroup(REGION, "/aws/events/clean")).toBeNull();
  expect(await logs.listResourcePolicies(REGION)).toEqual([]);
  expect(await events.listRules(REGION, "default", "")).toEqual([]);
}

describe("the recipe", () => {
  test("brings clean scan results to the log group, and infected ones not", async () => {
    expect(await create()).toEqual({
      kind: "done",
      steps: ["group", "retention", "policy", "rule", "target"].map((kind) => ({ kind, state: "made" })),
    });
    const samples = samplesFor(["antivirus"]).map((sample) =>
      toEvent({ ...sample, topicArn: "arn:aws:sns:us-east-1:123456789012:t", publishedAt: new Date() }),
    );
    for (const event of samples) await own.aws.ports.events.putEvents(REGION, "default", [event]);
    await expect
      .poll(() => readLogGroup(own.aws, "/aws/events/clean"))
      .toEqual([expect.stringContaining('"StringValue":"Clean"')]);
    expect(audited()).toEqual(["event-bridge.create-recipe"]);
  });

  test("made again changes nothing and says so", async () => {
    await create();
    const again = await create();
    expect(again.kind).toBe("done");
    expect(new Set(again.steps.map(({ state }) => state))).toEqual(new Set(["present"]));
    expect(audited()).toHaveLength(1);
  });

  test("mends what is missing and leaves the rest", async () => {
    await create();
    await behindItsBack(own.aws, (client) =>
      client.send(new RemoveTargetsCommand({ Rule: "proactive-notifications-clean", Ids: ["log-group"] })),
    );
    expect(states(await create())).toEqual([
      "group present",
      "retention present",
      "policy present",
      "rule present",
      "target made",
    ]);
  });

  test("makes nothing at all where something different goes by one of its names", async () => {
    const busName = "default";
    await own.aws.ports.events.putRule(REGION, {
      name: "proactive-notifications-clean",
      busName,
      pattern: '{"source":["other"]}',
      description: "",
    });
    const outcome = await create();
    expect(outcome.kind).toBe("refused");
    expect(states(outcome)).toEqual([
      "group not-begun",
      "retention not-begun",
      "policy not-begun",
      "rule different",
      "target not-begun",
    ]);
    const rule = await own.aws.ports.events.findRule(REGION, busName, "proactive-notifications-clean");
    expect(rule?.pattern).toBe('{"source":["other"]}');
    expect(await own.aws.ports.logs.findGroup(REGION, "/aws/events/clean")).toBeNull();
    expect(audited()).toEqual([]);
  });

  test("says that there is no such bus", async () => {
    await expect(create({ ...clean, busName: "missing" })).rejects.toThrow('There is no event bus "missing"');
  });

  test.each(["CreateLogGroup", "PutRetentionPolicy", "PutResourcePolicy", "PutRule", "PutTargets"])(
    "undoes what it made when %s is refused",
    async (operation) => {
      await own.aws.faults([
        { operation, code: "AccessDeniedException", status: 400, message: "not yours", times: 1 },
      ]);
      const outcome = await create();
      expect(outcome.kind).toBe("failed");
      expect(outcome.requestId).toBeTruthy();
      expect(outcome.steps.find(({ state }) => state === "failed")?.reason).toContain("not yours");
      expect(outcome.steps.filter(({ state }) => state === "made" || state === "left")).toEqual([]);
      await expectNothingLeft();
      expect(audited()).toEqual([]);
    },
  );

  test("undoes only what this run made", async () => {
    await own.aws.ports.logs.createGroup(REGION, "/aws/events/clean");
    await own.aws.faults([
      { operation: "PutTargets", code: "AccessDeniedException", status: 400, message: "no", times: 1 },
    ]);
    const outcome = await create({ ...clean, retentionDays: null });
    expect(states(outcome)).toEqual([
      "group present",
      "retention present",
      "policy undone",
      "rule undone",
      "target failed",
    ]);
    expect(await own.aws.ports.logs.findGroup(REGION, "/aws/events/clean")).not.toBeNull();
  });

  test("says what it could not undo, and keeps that in the audit", async () => {
    await own.aws.faults([
      { operation: "PutTargets", code: "AccessDeniedException", status: 400, message: "no", times: 1 },
      { operation: "DeleteRule", code: "AccessDeniedException", status: 400, message: "not that", times: 1 },
    ]);
    const outcome = await create();
    expect(outcome.steps).toContainEqual({
      kind: "rule",
      state: "left",
      reason: expect.stringContaining("not that"),
    });
    expect(audited()).toEqual(["event-bridge.create-recipe"]);
  });
});

describe("the list of recipes", () => {
  test("checks each against AWS as it is now", async () => {
    await create();
    await create({ ...clean, name: "second" });
    const whole = { enabled: true, target: true, group: true, policy: true };
    expect(await listRecipes("default", own.aws.ports)).toEqual([
      expect.objectContaining({ name: "clean", logGroup: "/aws/events/clean", checks: whole }),
      expect.objectContaining({ name: "second", checks: whole }),
    ]);
    await own.aws.ports.logs.deleteGroup(REGION, "/aws/events/clean");
    await own.aws.ports.logs.deleteResourcePolicy(REGION, "proactive-notifications-event-logs");
    await behindItsBack(own.aws, async (client) => {
      await client.send(new DisableRuleCommand({ Name: "proactive-notifications-clean" }));
      await client.send(
        new RemoveTargetsCommand({ Rule: "proactive-notifications-clean", Ids: ["log-group"] }),
      );
    });
    const [first] = await listRecipes("default", own.aws.ports);
    expect(first?.checks).toEqual({ enabled: false, target: false, group: false, policy: false });
  });

  test("leaves the rules of others out", async () => {
    await own.aws.ports.events.putRule(REGION, {
      name: "someone-elses",
      busName: "default",
      pattern,
      description: "",
    });
    expect(await listRecipes("default", own.aws.ports)).toEqual([]);
  });
});

describe("removing a recipe", () => {
  const remove = (deleteGroup: boolean) =>
    removeRecipe({ actor, name: "clean", busName: "default", deleteGroup }, own.aws.ports);

  test("keeps the log group unless asked", async () => {
    await create();
    await remove(false);
    expect(await listRecipes("default", own.aws.ports)).toEqual([]);
    expect(await own.aws.ports.logs.findGroup(REGION, "/aws/events/clean")).not.toBeNull();
    await remove(true);
    expect(await own.aws.ports.logs.findGroup(REGION, "/aws/events/clean")).toBeNull();
  });

  test("succeeds when somebody else was quicker", async () => {
    await create();
    await behindItsBack(own.aws, async (client) => {
      await client.send(
        new RemoveTargetsCommand({ Rule: "proactive-notifications-clean", Ids: ["log-group"] }),
      );
      await client.send(new DeleteRuleCommand({ Name: "proactive-notifications-clean" }));
    });
    await remove(true);
    await remove(true);
    expect(audited()).toContain("event-bridge.remove-recipe");
  });
});
