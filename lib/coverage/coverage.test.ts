import { describe, expect, test } from "vitest";
import { typesOf } from "../catalog/index.ts";
import { samplesFor } from "../catalog/samples/index.ts";
import { matchFilterPolicy } from "../filter-policy/index.ts";
import type { Receiver } from "./audience.ts";
import { type CoverageRow, coverage } from "./coverage.ts";
import { policyOf } from "./testing.ts";

const ACCOUNT = "123456789012";

function receiver(id: string, policy: object | null, over: Partial<Receiver> = {}): Receiver {
  return {
    id,
    status: "confirmed",
    protocol: "email",
    endpoint: `${id}@example.com`,
    policy: policy === null ? null : policyOf(policy),
    ...over,
  };
}

const scans = (...scanResult: string[]) => ({ notificationType: ["scanResult"], scanResult });

function row(rows: readonly CoverageRow[], type: string, result: string | null = null): CoverageRow {
  const found = rows.find((each) => each.type === type && each.result === result);
  if (found === undefined) throw new Error(`no row ${type} ${result}`);
  return found;
}

describe("the matrix", () => {
  test("has a row for every result of every result type, and one for every other type", () => {
    const { rows } = coverage([], ["antivirus"]);
    expect(rows.map(({ type, result }) => (result === null ? type : `${type} ${result}`))).toEqual([
      "scanResult Infected",
      "scanResult Suspicious",
      "scanResult Error",
      "scanResult Unscannable",
      "scanResult InfectedAllowed",
      "scanResult Clean",
      ...typesOf(["antivirus"]).slice(1),
    ]);
  });

  test("tells who is told always, only of some places, perhaps, or once confirmed", () => {
    const { rows } = coverage(
      [
        receiver("all", scans("Infected")),
        receiver("bucket", { ...scans("Infected"), bucket: ["invoices"] }),
        receiver("pattern", { ...scans("Infected"), bucket: [{ prefix: "prod-" }] }),
        receiver("not-logs", { ...scans("Infected"), bucket: [{ "anything-but": "logs" }] }),
        receiver("both", { ...scans("Infected"), bucket: ["invoices"], accountId: [ACCOUNT] }),
        receiver("key", { ...scans("Infected"), key: [{ suffix: ".exe" }] }),
        receiver("pending", scans("Infected", "Error"), { status: "pending" }),
        receiver("unfiltered", null),
        receiver("lost", null, { status: "lost" }),
        receiver("nothing", { notificationType: ["nothing"] }),
      ],
      ["antivirus"],
    );
    expect(row(rows, "scanResult", "Infected")).toEqual({
      type: "scanResult",
      result: "Infected",
      severity: "critical",
      always: ["all", "unfiltered"],
      places: ["bucket", "pattern", "not-logs", "both"],
      perhaps: ["key"],
      pending: ["pending"],
      covered: "always",
    });
    expect(row(rows, "scanResult", "Error")).toMatchObject({ always: ["unfiltered"], pending: ["pending"] });
    expect(row(rows, "trialExpiring")).toMatchObject({ always: ["unfiltered"], covered: "always" });
  });

  test("does not promise that a bucket is named by a type that may leave it out", () => {
    const policy = { notificationType: ["bucketProtection"], bucket: ["invoices"] };
    const { rows } = coverage([receiver("a", policy)], ["antivirus"]);
    expect(row(rows, "bucketProtection")).toMatchObject({ perhaps: ["a"], covered: "perhaps" });
  });

  test("promises all buckets to a pattern that fits any", () => {
    const policy = { ...scans("Infected"), bucket: [{ prefix: "" }], accountId: [{ wildcard: "*" }] };
    const { rows } = coverage([receiver("a", policy)], ["antivirus"]);
    expect(row(rows, "scanResult", "Infected").covered).toBe("always");
  });

  test("agrees with what SNS would deliver of the samples", () => {
    const receivers = [
      receiver("a", scans("Infected", "Error")),
      receiver("b", { notificationType: [{ prefix: "bucket" }], accountId: ["999999999999"] }),
      receiver("c", { $or: [{ scanResult: ["Clean"] }, { notificationType: ["trialExpiring"] }] }),
      receiver("d", null),
    ];
    const { rows } = coverage(receivers, ["antivirus"]);
    for (const sample of samplesFor(["antivirus"])) {
      const { always, places, perhaps } = row(rows, sample.type, sample.result);
      for (const { id, policy } of receivers) {
        const matches = policy === null || matchFilterPolicy(policy, sample);
        if (always.includes(id)) expect(matches).toBe(true);
        if (![...always, ...places, ...perhaps].includes(id)) expect(matches).toBe(false);
      }
    }
  });
});

describe("blind spots", () => {
  test("come worst first, with clean objects last", () => {
    const { blindSpots } = coverage([receiver("a", scans("Suspicious"))], ["antivirus"]);
    const [first] = blindSpots;
    expect([first?.type, first?.result, first?.covered]).toEqual(["scanResult", "Infected", "nobody"]);
    expect(blindSpots.at(-1)?.result).toBe("Clean");
    expect(blindSpots.map(({ result }) => result)).not.toContain("Suspicious");
  });

  test("include what only pending receivers would be told of", () => {
    const { blindSpots } = coverage([receiver("a", scans("Infected"), { status: "pending" })], ["antivirus"]);
    expect(blindSpots[0]).toMatchObject({ result: "Infected", covered: "pending", pending: ["a"] });
  });

  test("do not include what some buckets are told of, which is partial", () => {
    const { blindSpots, partial } = coverage(
      [receiver("a", { ...scans("Infected"), bucket: ["invoices"] })],
      ["antivirus"],
    );
    expect(blindSpots.map(({ result }) => result)).not.toContain("Infected");
    expect(partial).toMatchObject([{ result: "Infected", covered: "places" }]);
  });
});

describe("at one place", () => {
  const receivers = [
    receiver("invoices", { ...scans("Infected"), bucket: ["invoices"] }),
    receiver("not-logs", { ...scans("Infected"), bucket: [{ "anything-but": "logs" }] }),
    receiver("account", { notificationType: ["scanResult"], accountId: [ACCOUNT] }),
  ];

  test("a bucket is covered by whoever asked for it", () => {
    const at = (value: string) => {
      const { rows } = coverage(receivers, ["antivirus"], { key: "bucket", value });
      return row(rows, "scanResult", "Infected");
    };
    expect(at("invoices")).toMatchObject({ always: ["invoices", "not-logs"], places: ["account"] });
    expect(at("letters")).toMatchObject({ always: ["not-logs"], places: ["account"] });
    expect(at("logs")).toMatchObject({ always: [], places: ["account"] });
  });

  test("a type that may leave the bucket out is not certain to be told of it", () => {
    const policy = { notificationType: ["bucketProtection"], bucket: ["invoices"] };
    const { rows } = coverage([receiver("a", policy)], ["antivirus"], { key: "bucket", value: "invoices" });
    expect(row(rows, "bucketProtection").covered).toBe("perhaps");
  });

  test("an account is covered by whoever asked for it, and types without one have no row", () => {
    const { rows } = coverage(receivers, ["antivirus"], { key: "accountId", value: ACCOUNT });
    expect(row(rows, "scanResult", "Clean")).toMatchObject({ always: ["account"], covered: "always" });
    expect(rows.map(({ type }) => type)).not.toContain("trialExpiring");
    const other = coverage(receivers, ["antivirus"], { key: "accountId", value: "000000000000" });
    expect(row(other.rows, "scanResult", "Clean").covered).toBe("nobody");
  });
});

describe("double deliveries", () => {
  const doubles = (...receivers: Receiver[]) => coverage(receivers, ["antivirus"]).doubles;

  test("are found across tags, protocols and letter case, with what they overlap in", () => {
    const found = doubles(
      receiver("1", scans("Infected", "Error"), { endpoint: "Team@Example.com" }),
      receiver("2", scans("Infected"), { endpoint: "team+infected@example.com" }),
      receiver("3", scans("Clean"), { endpoint: "team+audit@example.com" }),
      receiver("4", scans("Error"), { endpoint: "team@example.com", protocol: "email-json" }),
      receiver("5", scans("Infected"), { endpoint: "other@example.com" }),
    );
    expect(found).toEqual([
      {
        mailbox: "team@example.com",
        ids: ["1", "2", "4"],
        rows: [
          { type: "scanResult", result: "Infected", severity: "critical", certain: true },
          { type: "scanResult", result: "Error", severity: "high", certain: true },
        ],
      },
    ]);
  });

  test("are not seen where no message can match both", () => {
    const one = { endpoint: "a@example.com" };
    const two = { endpoint: "a+2@example.com" };
    const at = (bucket: unknown[]) => ({ ...scans("Infected"), bucket });
    expect(doubles(receiver("1", at(["x-1"]), one), receiver("2", at(["x-2"]), two))).toEqual([]);
    expect(doubles(receiver("1", at(["x-1"]), one), receiver("2", at([{ prefix: "y" }]), two))).toEqual([]);
    expect(
      doubles(receiver("1", at(["x-1"]), one), receiver("2", at([{ "anything-but": ["x-1"] }]), two)),
    ).toEqual([]);
    const overlap = doubles(receiver("1", at(["x-1", "x-2"]), one), receiver("2", at(["x-2"]), two));
    expect(overlap[0]?.rows).toMatchObject([{ result: "Infected", certain: false }]);
  });

  test("are a matter of mail only", () => {
    const queue = { protocol: "sqs", endpoint: "arn:aws:sqs:eu-west-1:123456789012:q" };
    expect(doubles(receiver("1", null, queue), receiver("2", null, queue))).toEqual([]);
  });
});
