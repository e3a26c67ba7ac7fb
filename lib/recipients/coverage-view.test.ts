import { beforeEach, describe, expect, test } from "vitest";
import { testDb } from "@/db/testing";
import { samplesFor } from "@/lib/catalog/samples/index";
import { coverageView } from "./coverage-view.ts";
import { rosterOf } from "./roster.ts";
import { addRows, addTopic, rowOf } from "./testing.ts";
import { coverageOf } from "./topic-coverage.ts";

const infected = { notificationType: ["scanResult"], scanResult: ["Infected"] };

function view() {
  const roster = rosterOf("topic");
  return coverageView(coverageOf(roster, ["antivirus"]), ["antivirus"], roster.recipients);
}

const rowNamed = (key: string) => view().rows.find((row) => row.key === key);

beforeEach(() => {
  testDb();
  addTopic("topic");
});

describe("coverage on the dashboard", () => {
  test("without subscriptions has nobody told of anything, the worst first", () => {
    const { nobody, rows, onlyPending } = view();
    expect(nobody).toHaveLength(rows.length);
    expect(nobody[0]).toMatchObject({ type: "scanResult", result: "Infected", severity: "critical" });
    expect(onlyPending).toEqual([]);
  });

  test("counts only who receives: not the paused, the lost, nor whose filter is not known or cannot be read", () => {
    addRows([
      rowOf("topic", "a@x", infected),
      rowOf("topic", "b@x", infected, { pausedAt: new Date() }),
      rowOf("topic", "c@x", infected, { status: "lost" }),
      rowOf("topic", "d@x", null, { attributesKnown: false }),
      { ...rowOf("topic", "f@x", infected), filterPolicy: "{" },
      rowOf("topic", "e@x", infected, { status: "pending" }),
    ]);
    expect(rowNamed("scanResult Infected")).toMatchObject({ covered: "always", always: 1, pending: 1 });
    expect(rowNamed("scanResult Clean")).toMatchObject({ covered: "nobody", always: 0, pending: 0 });
  });

  test("tells what only waits for a confirmation from what nobody asked for", () => {
    addRows([rowOf("topic", "e@x", infected, { status: "pending" })]);
    expect(view().onlyPending.map(({ key }) => key)).toEqual(["scanResult Infected"]);
    expect(view().nobody.map(({ key }) => key)).not.toContain("scanResult Infected");
  });

  test("names the addresses of a mailbox that gets something twice", () => {
    addRows([rowOf("topic", "a@x", infected), rowOf("topic", "a+infected@x", infected)]);
    expect(view().doubles).toMatchObject([
      { mailbox: "a@x", endpoints: ["a+infected@x", "a@x"], what: "Scan result: Infected", isCertain: true },
    ]);
  });

  test("leads from every row to a sample of it", () => {
    const samples = samplesFor(["antivirus"]);
    for (const row of view().rows)
      expect(samples.find(({ id }) => id === row.sampleId)).toMatchObject({
        type: row.type,
        result: row.result,
      });
  });
});
