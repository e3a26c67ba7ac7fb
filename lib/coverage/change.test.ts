import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Receiver } from "./audience.ts";
import { change } from "./change.ts";
import { coverage } from "./coverage.ts";
import { arbitraryPolicy, policyOf } from "./testing.ts";

function receiver(id: string, policy: object | null, status = "confirmed"): Receiver {
  const endpoint = `${id}@example.com`;
  return { id, status, protocol: "email", endpoint, policy: policy === null ? null : policyOf(policy) };
}

const scans = (...scanResult: string[]) => ({ notificationType: ["scanResult"], scanResult });
const at = (...bucket: string[]) => ({ ...scans("Infected"), bucket });
const sentences = (before: Receiver[], after: Receiver[]) => change(before, after, ["antivirus"]).sentences;

describe("a delete", () => {
  test("names what nobody would receive any more, worst first", () => {
    const before = [receiver("a", scans("Error", "Infected")), receiver("b", scans("Error"))];
    const { lost, sentences } = change(before, before.slice(1), ["antivirus"]);
    expect(lost).toEqual([
      { type: "scanResult", result: "Infected", severity: "critical", before: "always", after: "nobody" },
    ]);
    expect(sentences).toEqual([
      "Nobody would receive Scan result: Infected any more.",
      "a@example.com would no longer receive Scan result: Infected/Error.",
    ]);
  });

  test("tells when only unconfirmed subscriptions are left", () => {
    const before = [receiver("a", scans("Infected")), receiver("b", scans("Infected"), "pending")];
    expect(sentences(before, before.slice(1))[0]).toBe(
      "Only subscriptions that are not confirmed yet would be left for Scan result: Infected.",
    );
  });

  test("names the bucket that is left without a recipient", () => {
    const before = [receiver("a", at("invoices", "letters")), receiver("b", at("letters"))];
    const { lost, places, sentences } = change(before, before.slice(1), ["antivirus"]);
    expect(lost).toEqual([]);
    expect(places.map(({ place }) => place)).toEqual([{ key: "bucket", value: "invoices" }]);
    expect(sentences[0]).toBe("Nobody would receive Scan result: Infected of bucket invoices any more.");
  });

  test("names the buckets that lose the same in one sentence", () => {
    expect(sentences([receiver("a", at("invoices", "letters"))], [receiver("a", at("other"))])[0]).toBe(
      "Nobody would receive Scan result: Infected of buckets invoices and letters any more.",
    );
  });

  test("does not call a bucket lost that a pattern still admits", () => {
    const kept = { ...scans("Infected"), bucket: [{ prefix: "inv" }] };
    const before = [receiver("a", at("invoices")), receiver("b", kept)];
    expect(change(before, before.slice(1), ["antivirus"]).places).toEqual([]);
  });

  test("of one that another covers says only who loses it", () => {
    const before = [receiver("a", at("invoices")), receiver("b", scans("Infected"))];
    expect(sentences(before, before.slice(1))).toEqual([
      "a@example.com would no longer receive Scan result: Infected.",
    ]);
  });

  test("of a subscription that is gone already changes nothing", () => {
    expect(sentences([receiver("a", null, "lost")], [])).toEqual([]);
  });
});

describe("an edit", () => {
  test("tells what the recipient gains and loses", () => {
    const before = [receiver("a", scans("Infected", "Error")), receiver("b", scans("Error"))];
    const after = [receiver("a", { notificationType: ["trialExpiring"] }), receiver("b", scans("Error"))];
    expect(sentences(before, after)).toEqual([
      "Nobody would receive Scan result: Infected any more.",
      "a@example.com would no longer receive Scan result: Infected/Error.",
      "a@example.com would newly receive Trial expiring.",
      "Nobody receives Trial expiring today, and somebody would.",
    ]);
  });

  test("to fewer buckets weakens what everybody relied on", () => {
    const { weakened, sentences } = change(
      [receiver("a", scans("Infected"))],
      [receiver("a", at("invoices"))],
      ["antivirus"],
    );
    expect(weakened).toMatchObject([{ result: "Infected", before: "always", after: "places" }]);
    expect(sentences).toEqual([
      "Scan result: Infected would be received for some buckets or accounts only.",
      "a@example.com would receive Scan result: Infected in fewer cases.",
    ]);
  });

  test("that takes one bucket out names it", () => {
    expect(sentences([receiver("a", at("invoices", "letters"))], [receiver("a", at("letters"))])).toEqual([
      "Nobody would receive Scan result: Infected of bucket invoices any more.",
    ]);
  });

  test("that excludes one bucket names it", () => {
    const policy = { ...scans("Infected"), bucket: [{ "anything-but": ["logs"] }] };
    expect(sentences([receiver("a", scans("Infected"))], [receiver("a", policy)])).toContain(
      "Nobody would receive Scan result: Infected of bucket logs any more.",
    );
  });

  test("to the same policy, written or read anew, changes nothing", () => {
    expect(sentences([receiver("a", at("invoices"))], [receiver("a", at("invoices"))])).toEqual([]);
  });
});

describe("a new subscription", () => {
  test("that awaits confirmation says so", () => {
    const after = [receiver("a", scans("Infected", "Error"), "pending")];
    const { gained, sentences } = change([], after, ["antivirus"]);
    expect(gained.map(({ result, after }) => [result, after])).toEqual([
      ["Infected", "pending"],
      ["Error", "pending"],
    ]);
    expect(sentences).toEqual([
      "a@example.com would newly receive Scan result: Infected/Error once it is confirmed.",
    ]);
  });

  test("to everything is told by type", () => {
    const { sentences } = change([], [receiver("a", null)], ["classification"]);
    expect(sentences[0]).toContain("Classification result (all results), Buckets discovered,");
  });
});

test("any change is what the coverage before and after differ in", { timeout: 60_000 }, () => {
  const pool = fc
    .array(fc.option(arbitraryPolicy("MessageAttributes")), { minLength: 1, maxLength: 4 })
    .chain((policies) =>
      fc.array(
        fc.record({
          id: fc.nat(4).map(String),
          policy: fc.constantFrom(...policies),
          status: fc.constantFrom("confirmed", "pending", "paused"),
        }),
        { maxLength: 5 },
      ),
    );
  const receivers = pool.map((list) =>
    [...new Map(list.map((one) => [one.id, one])).values()].map(
      (one): Receiver => ({ ...one, protocol: "sqs", endpoint: one.id }),
    ),
  );
  let changes = 0;
  fc.assert(
    fc.property(receivers, receivers, fc.boolean(), (one, other, isDelete) => {
      const after = isDelete ? one.slice(1) : other;
      const rows = (list: Receiver[]) => coverage(list, ["antivirus"]).rows;
      const then = rows(after);
      const differing = rows(one).flatMap(({ type, result, covered }, index) =>
        covered === then[index]?.covered ? [] : [`${type} ${result}: ${covered} ${then[index]?.covered}`],
      );
      changes += differing.length;
      const { lost, gained, weakened } = change(one, after, ["antivirus"]);
      const told = [...lost, ...gained, ...weakened].map(
        ({ type, result, before, after }) => `${type} ${result}: ${before} ${after}`,
      );
      // what is covered better than before is no loss, and nobody is told that it is
      expect(differing).toEqual(expect.arrayContaining(told));
      expect(change(after, one, ["antivirus"]).lost.length).toBe(
        gained.filter((shift) => shift.after !== "pending").length,
      );
      const worse = ["nobody", "pending"];
      expect(lost).toHaveLength(
        rows(one).filter(
          ({ covered }, index) =>
            !worse.includes(covered) && worse.includes(then[index]?.covered ?? "nobody"),
        ).length,
      );
    }),
    { numRuns: 300 },
  );
  expect(changes).toBeGreaterThan(100);
});
